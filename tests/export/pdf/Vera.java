// What veraPDF says of files. Arguments: flavours with commas between (ua1,3a), then files.
// A line for each fault: file, flavour, clause and test, what it is, with tabs between.

import java.io.FileInputStream;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

public class Vera {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < arguments.length; i++) {
            for (String name : arguments[0].split(",")) {
                PDFAFlavour flavour = PDFAFlavour.fromString(name);
                String file = arguments[i];
                try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour)) {
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
                    for (TestAssertion test : validator.validate(parser).getTestAssertions()) {
                        if (test.getStatus() == TestAssertion.Status.FAILED) {
                            String clause = test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber();
                            System.out.println(String.join("\t", file, name, clause, test.getMessage()));
                        }
                    }
                } catch (Exception broken) {
                    System.out.println(String.join("\t", file, name, "", String.valueOf(broken)));
                }
            }
        }
        System.out.println("done");
    }
}
