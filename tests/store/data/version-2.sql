BEGIN TRANSACTION;
CREATE TABLE change (
        id INTEGER PRIMARY KEY AUTOINCREMENT, draft_id INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE,
        path TEXT NOT NULL, value TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL,
        organisation TEXT NOT NULL, op TEXT NOT NULL, at TEXT NOT NULL);
INSERT INTO "change" VALUES(1,1,'insatsagare/alvkarleby/_plats','i',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(2,1,'insatsagare/alvkarleby/organisation','Älvkarleby kommun',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(3,1,'insatsagare/alvkarleby/kontaktperson','Enhetschef, arbetsmarknad',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(4,1,'insatsagare/alvkarleby/epost','arbetsmarknad@alvkarleby.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(5,1,'samverkansparter/af/_plats','9',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(6,1,'samverkansparter/af/organisation','Arbetsförmedlingen',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(7,1,'samverkansparter/af/kontaktperson','Sektionschef, Norduppland',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(8,1,'samverkansparter/af/epost','norduppland@af.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(9,1,'samverkansparter/region/_plats','i',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(10,1,'samverkansparter/region/organisation','Region Uppsala',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(11,1,'samverkansparter/region/kontaktperson','Verksamhetschef, vårdcentralen Skutskär',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(12,1,'samverkansparter/region/epost','skutskar@region.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(13,1,'samverkansparter/fk/_plats','r',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(14,1,'samverkansparter/fk/organisation','Försäkringskassan',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(15,1,'samverkansparter/fk/kontaktperson','Samverkansansvarig',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(16,1,'samverkansparter/fk/epost','samverkan@fk.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(17,1,'insatsens_namn','Vägen in – processledare för samverkan i Älvkarleby',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(18,1,'insatstyp','strukturövergripande insats',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(19,1,'syfte','Syftet är att unga vuxna i Älvkarleby kommun som står långt från arbete och studier ska få ett samordnat stöd i rätt tid, i stället för flera stöd i följd. De fyra parterna ska ha en gemensam väg in, en gemensam kartläggning och en plan som alla arbetar efter. Insatsen ska lämna efter sig ett arbetssätt som parterna kan driva vidare i sin ordinarie verksamhet, på lika villkor för kvinnor och män.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(20,1,'mal/resultatmal/fi2gub/_plats','c',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(21,1,'mal/resultatmal/fi2gub/text','Minst 40 personer har fått en gemensam kartläggning senast 2021-12-31, räknat i Uppföljning Finsam.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(22,1,'mal/resultatmal/j8xbw3/_plats','o',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(23,1,'mal/resultatmal/j8xbw3/text','En skriftlig rutin för överlämning mellan de fyra parterna är beslutad av parternas chefer senast 2021-10-31.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(24,1,'mal/insatsmal/q8eepv/_plats','c',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(25,1,'mal/insatsmal/q8eepv/text','Av deltagarna har 25 % börjat arbeta eller studera när insatsen avslutas 2021-12-31.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(26,1,'mal/insatsmal/tjhcmx/_plats','o',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(27,1,'mal/insatsmal/tjhcmx/text','Väntetiden från första kontakt till gemensam kartläggning är högst tre veckor i december 2021, mätt på alla nya deltagare.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(28,1,'mal/effektmal/pj2chg/_plats','i',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(29,1,'mal/effektmal/pj2chg/text','Antalet unga vuxna som har haft försörjningsstöd i mer än tio månader är 15 % lägre vid mätningen i kommunens statistik än när insatsen började.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(30,1,'bakgrund','Vid nulägesanalysen 2020 såg LOKUS att en grupp unga vuxna återkommer hos alla fyra parterna utan att någon har ansvar för helheten. Kommunens arbetsmarknadsenhet räknade till omkring 60 personer mellan 18 och 29 år som hade kontakt med minst tre av parterna under ett och samma halvår. Två av tre hade ingen gemensam planering, och många hade berättat samma sak på fyra ställen.

Parterna har var för sig prövat att lösa detta. Arbetsförmedlingen har haft en särskild handläggare för unga, vårdcentralen har öppnat en samtalsmottagning och Försäkringskassan har bjudit in till avstämningsmöten. Var och en av åtgärderna har hjälpt, men de har inte hängt ihop. När en handläggare har slutat har kontakten brutits, och det har tagit månader innan den har kommit i gång igen.

Erfarenheter från andra län visar att det inte räcker med fler möten. Det som gör skillnad är att någon har i uppdrag att hålla ihop arbetet mellan parterna: en processledare som inte själv har egna ärenden, utan ser till att rutiner finns, att de följs och att de ändras när de inte fungerar. I våra grannkommuner har väntetiden till en första gemensam planering halverats på det sättet.

Behovet skiljer sig åt. Bland männen i gruppen är avbrutna studier vanligast, bland kvinnorna psykisk ohälsa och ansvar för barn. Stödet behöver därför se olika ut och följas upp för kvinnor och män var för sig. En risk med att vänta är att gruppen växer: varje år lämnar omkring tio ungdomar gymnasiet i förtid utan att någon av parterna har ett samlat ansvar för vad som händer sedan. Insatsen kräver samverkan eftersom ingen av parterna ensam råder över de stöd som behövs.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(31,1,'insatstid/start','2021-04-01',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(32,1,'insatstid/slut','2021-12-31',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(33,1,'malgrupp','Målgruppen är kvinnor och män mellan 18 och 29 år som bor i Älvkarleby kommun och behöver stöd från minst två av de fyra parterna för att komma i arbete eller studier. De har varit utan arbete eller studier i minst sex månader. Omkring 40 personer beräknas delta. Medarbetare hos parterna berörs också, eftersom arbetssättet ändras för dem.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(34,1,'uppfoljning','Deltagare och aktiviteter registreras i Uppföljning Finsam, uppdelat på kvinnor och män. Processledaren redovisar mål, väntetider och budgetutfall för LOKUS varje kvartal. Under oktober till december görs en utvärdering av utbildade utvärderare hos regionen, utan kostnad för insatsen.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(35,1,'metod','## Processledare

En processledare på 75 % anställs av kommunen och arbetar på uppdrag av alla fyra parter. Processledaren har inga egna ärenden. Uppdraget är att:

- ta emot önskemål om gemensam kartläggning och kalla parterna inom två veckor
- leda de gemensamma mötena och se till att varje deltagare går därifrån med en skriven plan
- följa upp planerna tillsammans med deltagarens kontaktperson efter fyra, åtta och tolv veckor
- samla vad som hindrar samarbetet och lägga fram förslag för LOKUS.

Mötena hålls i kommunens lokaler i Skutskär. Deltagaren bestämmer vilka som ska vara med och vad som får berättas.

## Implementering och implementeringsplan

Redan från början är målet att arbetssättet ska leva vidare utan särskilda medel. Varje part utser därför en medarbetare som arbetar bredvid processledaren en halv dag i veckan och lär sig rutinen. I september provar parterna att hålla mötena själva, med processledaren som stöd. I oktober beslutar cheferna om rutinen och om vem som äger den. Från december ansvarar kommunens arbetsmarknadsenhet för sammankallandet, och de andra parterna har skrivit in deltagandet i sina verksamhetsplaner.

## Införande

Insatsen börjar med en gemensam introduktion för omkring 25 medarbetare. Där går parterna igenom sekretess, samtycke och vad var och en kan erbjuda. Under våren köps utbildning i motiverande samtal och studieteknik in till deltagarna, som ges i grupp vid fyra tillfällen.

## Risker

Den största risken är att medarbetare byts ut och att kunskapen försvinner. Den möts genom att två personer hos varje part lär sig rutinen. En annan risk är att färre remitteras än beräknat. LOKUS följer antalet varje månad och kan då öppna för fler vägar in. En tredje risk är att kvinnor och män får olika stöd utan att det syns. Därför redovisas alla siffror uppdelat, och skillnader tas upp i LOKUS som en egen punkt om jämställdhet.

## Tidsplan

Arbetet följer tidplanen i bilagan: uppstart under andra kvartalet, kartläggning och gemensamma planer under det tredje och överlämning till ordinarie verksamhet under det fjärde.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(36,1,'finansiering','Insatsen söker totalt [[tabell/rekvirera]]. Av det är [[rad/lon/processledare]] lön för en processledare på 75 % inklusive PO-pålägg, och [[rad/ovrigt/inkopta_utredningar]] går till inköpt utbildning för deltagarna. Älvkarleby kommun står själv för lokalhyran, [[tabell/egenfinansiering]] för hela insatstiden. Total kostnad är [[total]].',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(37,1,'forankring','Ansökan är framtagen av LOKUS i Älvkarleby med medarbetare från alla fyra parter. Den är behandlad i kommunens ledningsgrupp, av sektionschefen hos Arbetsförmedlingen, av vårdcentralens verksamhetschef och av Försäkringskassans samverkansansvariga, som alla har ställt sig bakom den.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(38,1,'lokus','ja',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(39,1,'lokus/kommentar','Diskuterad i LOKUS 2020-11-16. Reviderad och godkänd i LOKUS 2021-01-20.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(40,1,'underskrifter_insatsagare/alvkarleby/roll','Förvaltningschef',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(41,1,'underskrifter_insatsagare/alvkarleby/epost','forvaltningschef@alvkarleby.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(42,1,'underskrifter_samverkanspart/af/roll','Enhetschef',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(43,1,'underskrifter_samverkanspart/af/epost','enhetschef@af.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(44,1,'underskrifter_samverkanspart/region/roll','Områdeschef',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(45,1,'underskrifter_samverkanspart/region/epost','omradeschef@region.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(46,1,'underskrifter_samverkanspart/fk/roll','Enhetschef',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(47,1,'underskrifter_samverkanspart/fk/epost','enhetschef@fk.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(48,1,'tidplan/q2/_plats','9',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(49,1,'tidplan/q2/fran','2021-04-01',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(50,1,'tidplan/q2/till','2021-06-30',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(51,1,'tidplan/q2/etikett','Q2',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(52,1,'tidplan/q2/text','Processledaren anställs och introduceras hos de fyra parterna. Styrgruppen inom LOKUS bestämmer hur önskemål om kartläggning ska lämnas och vem som svarar. Blanketter för samtycke tas fram och prövas på fem deltagare.

En gemensam introduktion hålls för omkring 25 medarbetare. Där går parterna igenom sekretess, samtycke och vad var och en kan erbjuda. De första tio kartläggningarna görs i maj och juni. Utbildning för deltagare upphandlas och de två första tillfällena hålls före sommaren. I slutet av juni redovisas antal, väntetider och utfall för LOKUS.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(53,1,'tidplan/q3/_plats','i',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(54,1,'tidplan/q3/fran','2021-07-01',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(55,1,'tidplan/q3/till','2021-09-30',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(56,1,'tidplan/q3/etikett','Q3',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(57,1,'tidplan/q3/text','Kartläggningarna fortsätter i jämn takt, omkring fem i månaden. Planerna följs upp efter fyra, åtta och tolv veckor. Deltagare och aktiviteter registreras löpande i Uppföljning Finsam, uppdelat på kvinnor och män.

I augusti träffas kontaktpersonerna en heldag för att gå igenom vad som har fungerat och vad som har hindrat. Ett första utkast till rutin för överlämning skrivs. I september provar parterna att hålla mötena själva, med processledaren som stöd. De två sista utbildningstillfällena för deltagarna hålls. LOKUS går igenom mål, risker och budgetutfall.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(58,1,'tidplan/q4/_plats','r',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(59,1,'tidplan/q4/fran','2021-10-01',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(60,1,'tidplan/q4/till','2021-12-31',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(61,1,'tidplan/q4/etikett','Q4',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(62,1,'tidplan/q4/text','Parternas chefer beslutar om rutinen för överlämning senast den sista oktober. Ansvaret för att sammankalla går över till kommunens arbetsmarknadsenhet, och de andra parterna skriver in deltagandet i sina verksamhetsplaner.

Utvärderingen görs med intervjuer av deltagare och medarbetare. Resultaten redovisas för kvinnor och män var för sig. I december hålls ett avslutande seminarium för medarbetare och chefer. Processledaren lämnar över pågående planer till namngivna kontaktpersoner, så att ingen deltagare står utan stöd när insatsen slutar. Slutrapporten lämnas till Samordningsförbundet.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(63,1,'budget/lon/processledare/_plats','i',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(64,1,'budget/lon/processledare/benamning','Processledare',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(65,1,'budget/lon/processledare/tjanst_procent','75',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(66,1,'budget/lon/processledare/fran','2021-04-01',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(67,1,'budget/lon/processledare/till','2021-12-31',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(68,1,'budget/lon/processledare/belopp/alvkarleby','325000',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(69,1,'budget/ovrigt/inkopta_utredningar/belopp/alvkarleby','30000',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(70,1,'budget/egenfinansiering/lokal/lokalhyra/belopp/alvkarleby','42000',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.064Z');
INSERT INTO "change" VALUES(71,1,'_version','1',1,'Anna Andersson','Försäkringskassan','5bdfdcf381a85ef9b6a04cd9','2026-11-25T06:52:10.119Z');
INSERT INTO "change" VALUES(72,1,'syfte','Ett samordnat stöd för unga vuxna.',2,'Bertil Berg','Avesta kommun','967737b60e157fa68669db03','2026-11-25T06:52:10.130Z');
INSERT INTO "change" VALUES(73,1,'_version','2',2,'Bertil Berg','Avesta kommun','0c0f343c18d755a28409578c','2026-11-25T06:52:10.135Z');
INSERT INTO "change" VALUES(74,2,'insatsagare/alvkarleby/_plats','i',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(75,2,'insatsagare/alvkarleby/organisation','Älvkarleby kommun',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(76,2,'insatsagare/alvkarleby/kontaktperson','Enhetschef, arbetsmarknad',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(77,2,'insatsagare/alvkarleby/epost','arbetsmarknad@alvkarleby.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(78,2,'samverkansparter/af/_plats','9',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(79,2,'samverkansparter/af/organisation','Arbetsförmedlingen',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(80,2,'samverkansparter/af/kontaktperson','Sektionschef, Norduppland',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(81,2,'samverkansparter/af/epost','norduppland@af.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(82,2,'samverkansparter/region/_plats','i',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(83,2,'samverkansparter/region/organisation','Region Uppsala',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(84,2,'samverkansparter/region/kontaktperson','Verksamhetschef, vårdcentralen Skutskär',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(85,2,'samverkansparter/region/epost','skutskar@region.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(86,2,'samverkansparter/fk/_plats','r',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(87,2,'samverkansparter/fk/organisation','Försäkringskassan',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(88,2,'samverkansparter/fk/kontaktperson','Samverkansansvarig',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(89,2,'samverkansparter/fk/epost','samverkan@fk.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(90,2,'insatsens_namn','Vägen in – processledare för samverkan i Älvkarleby',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(91,2,'insatstyp','strukturövergripande insats',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(92,2,'syfte','Syftet är att unga vuxna i Älvkarleby kommun som står långt från arbete och studier ska få ett samordnat stöd i rätt tid, i stället för flera stöd i följd. De fyra parterna ska ha en gemensam väg in, en gemensam kartläggning och en plan som alla arbetar efter. Insatsen ska lämna efter sig ett arbetssätt som parterna kan driva vidare i sin ordinarie verksamhet, på lika villkor för kvinnor och män.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(93,2,'mal/resultatmal/fi2gub/_plats','c',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(94,2,'mal/resultatmal/fi2gub/text','Minst 40 personer har fått en gemensam kartläggning senast 2021-12-31, räknat i Uppföljning Finsam.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(95,2,'mal/resultatmal/j8xbw3/_plats','o',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(96,2,'mal/resultatmal/j8xbw3/text','En skriftlig rutin för överlämning mellan de fyra parterna är beslutad av parternas chefer senast 2021-10-31.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(97,2,'mal/insatsmal/q8eepv/_plats','c',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(98,2,'mal/insatsmal/q8eepv/text','Av deltagarna har 25 % börjat arbeta eller studera när insatsen avslutas 2021-12-31.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(99,2,'mal/insatsmal/tjhcmx/_plats','o',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(100,2,'mal/insatsmal/tjhcmx/text','Väntetiden från första kontakt till gemensam kartläggning är högst tre veckor i december 2021, mätt på alla nya deltagare.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(101,2,'mal/effektmal/pj2chg/_plats','i',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(102,2,'mal/effektmal/pj2chg/text','Antalet unga vuxna som har haft försörjningsstöd i mer än tio månader är 15 % lägre vid mätningen i kommunens statistik än när insatsen började.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(103,2,'bakgrund','Vid nulägesanalysen 2020 såg LOKUS att en grupp unga vuxna återkommer hos alla fyra parterna utan att någon har ansvar för helheten. Kommunens arbetsmarknadsenhet räknade till omkring 60 personer mellan 18 och 29 år som hade kontakt med minst tre av parterna under ett och samma halvår. Två av tre hade ingen gemensam planering, och många hade berättat samma sak på fyra ställen.

Parterna har var för sig prövat att lösa detta. Arbetsförmedlingen har haft en särskild handläggare för unga, vårdcentralen har öppnat en samtalsmottagning och Försäkringskassan har bjudit in till avstämningsmöten. Var och en av åtgärderna har hjälpt, men de har inte hängt ihop. När en handläggare har slutat har kontakten brutits, och det har tagit månader innan den har kommit i gång igen.

Erfarenheter från andra län visar att det inte räcker med fler möten. Det som gör skillnad är att någon har i uppdrag att hålla ihop arbetet mellan parterna: en processledare som inte själv har egna ärenden, utan ser till att rutiner finns, att de följs och att de ändras när de inte fungerar. I våra grannkommuner har väntetiden till en första gemensam planering halverats på det sättet.

Behovet skiljer sig åt. Bland männen i gruppen är avbrutna studier vanligast, bland kvinnorna psykisk ohälsa och ansvar för barn. Stödet behöver därför se olika ut och följas upp för kvinnor och män var för sig. En risk med att vänta är att gruppen växer: varje år lämnar omkring tio ungdomar gymnasiet i förtid utan att någon av parterna har ett samlat ansvar för vad som händer sedan. Insatsen kräver samverkan eftersom ingen av parterna ensam råder över de stöd som behövs.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(104,2,'insatstid/start','2021-04-01',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(105,2,'insatstid/slut','2021-12-31',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(106,2,'malgrupp','Målgruppen är kvinnor och män mellan 18 och 29 år som bor i Älvkarleby kommun och behöver stöd från minst två av de fyra parterna för att komma i arbete eller studier. De har varit utan arbete eller studier i minst sex månader. Omkring 40 personer beräknas delta. Medarbetare hos parterna berörs också, eftersom arbetssättet ändras för dem.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(107,2,'uppfoljning','Deltagare och aktiviteter registreras i Uppföljning Finsam, uppdelat på kvinnor och män. Processledaren redovisar mål, väntetider och budgetutfall för LOKUS varje kvartal. Under oktober till december görs en utvärdering av utbildade utvärderare hos regionen, utan kostnad för insatsen.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(108,2,'metod','## Processledare

En processledare på 75 % anställs av kommunen och arbetar på uppdrag av alla fyra parter. Processledaren har inga egna ärenden. Uppdraget är att:

- ta emot önskemål om gemensam kartläggning och kalla parterna inom två veckor
- leda de gemensamma mötena och se till att varje deltagare går därifrån med en skriven plan
- följa upp planerna tillsammans med deltagarens kontaktperson efter fyra, åtta och tolv veckor
- samla vad som hindrar samarbetet och lägga fram förslag för LOKUS.

Mötena hålls i kommunens lokaler i Skutskär. Deltagaren bestämmer vilka som ska vara med och vad som får berättas.

## Implementering och implementeringsplan

Redan från början är målet att arbetssättet ska leva vidare utan särskilda medel. Varje part utser därför en medarbetare som arbetar bredvid processledaren en halv dag i veckan och lär sig rutinen. I september provar parterna att hålla mötena själva, med processledaren som stöd. I oktober beslutar cheferna om rutinen och om vem som äger den. Från december ansvarar kommunens arbetsmarknadsenhet för sammankallandet, och de andra parterna har skrivit in deltagandet i sina verksamhetsplaner.

## Införande

Insatsen börjar med en gemensam introduktion för omkring 25 medarbetare. Där går parterna igenom sekretess, samtycke och vad var och en kan erbjuda. Under våren köps utbildning i motiverande samtal och studieteknik in till deltagarna, som ges i grupp vid fyra tillfällen.

## Risker

Den största risken är att medarbetare byts ut och att kunskapen försvinner. Den möts genom att två personer hos varje part lär sig rutinen. En annan risk är att färre remitteras än beräknat. LOKUS följer antalet varje månad och kan då öppna för fler vägar in. En tredje risk är att kvinnor och män får olika stöd utan att det syns. Därför redovisas alla siffror uppdelat, och skillnader tas upp i LOKUS som en egen punkt om jämställdhet.

## Tidsplan

Arbetet följer tidplanen i bilagan: uppstart under andra kvartalet, kartläggning och gemensamma planer under det tredje och överlämning till ordinarie verksamhet under det fjärde.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(109,2,'finansiering','Insatsen söker totalt [[tabell/rekvirera]]. Av det är [[rad/lon/processledare]] lön för en processledare på 75 % inklusive PO-pålägg, och [[rad/ovrigt/inkopta_utredningar]] går till inköpt utbildning för deltagarna. Älvkarleby kommun står själv för lokalhyran, [[tabell/egenfinansiering]] för hela insatstiden. Total kostnad är [[total]].',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(110,2,'forankring','Ansökan är framtagen av LOKUS i Älvkarleby med medarbetare från alla fyra parter. Den är behandlad i kommunens ledningsgrupp, av sektionschefen hos Arbetsförmedlingen, av vårdcentralens verksamhetschef och av Försäkringskassans samverkansansvariga, som alla har ställt sig bakom den.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(111,2,'lokus','ja',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(112,2,'lokus/kommentar','Diskuterad i LOKUS 2020-11-16. Reviderad och godkänd i LOKUS 2021-01-20.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(113,2,'underskrifter_insatsagare/alvkarleby/roll','Förvaltningschef',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(114,2,'underskrifter_insatsagare/alvkarleby/epost','forvaltningschef@alvkarleby.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(115,2,'underskrifter_samverkanspart/af/roll','Enhetschef',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(116,2,'underskrifter_samverkanspart/af/epost','enhetschef@af.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(117,2,'underskrifter_samverkanspart/region/roll','Områdeschef',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(118,2,'underskrifter_samverkanspart/region/epost','omradeschef@region.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(119,2,'underskrifter_samverkanspart/fk/roll','Enhetschef',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(120,2,'underskrifter_samverkanspart/fk/epost','enhetschef@fk.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(121,2,'tidplan/q2/_plats','9',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(122,2,'tidplan/q2/fran','2021-04-01',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(123,2,'tidplan/q2/till','2021-06-30',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(124,2,'tidplan/q2/etikett','Q2',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(125,2,'tidplan/q2/text','Processledaren anställs och introduceras hos de fyra parterna. Styrgruppen inom LOKUS bestämmer hur önskemål om kartläggning ska lämnas och vem som svarar. Blanketter för samtycke tas fram och prövas på fem deltagare.

En gemensam introduktion hålls för omkring 25 medarbetare. Där går parterna igenom sekretess, samtycke och vad var och en kan erbjuda. De första tio kartläggningarna görs i maj och juni. Utbildning för deltagare upphandlas och de två första tillfällena hålls före sommaren. I slutet av juni redovisas antal, väntetider och utfall för LOKUS.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(126,2,'tidplan/q3/_plats','i',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(127,2,'tidplan/q3/fran','2021-07-01',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(128,2,'tidplan/q3/till','2021-09-30',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(129,2,'tidplan/q3/etikett','Q3',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(130,2,'tidplan/q3/text','Kartläggningarna fortsätter i jämn takt, omkring fem i månaden. Planerna följs upp efter fyra, åtta och tolv veckor. Deltagare och aktiviteter registreras löpande i Uppföljning Finsam, uppdelat på kvinnor och män.

I augusti träffas kontaktpersonerna en heldag för att gå igenom vad som har fungerat och vad som har hindrat. Ett första utkast till rutin för överlämning skrivs. I september provar parterna att hålla mötena själva, med processledaren som stöd. De två sista utbildningstillfällena för deltagarna hålls. LOKUS går igenom mål, risker och budgetutfall.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(131,2,'tidplan/q4/_plats','r',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(132,2,'tidplan/q4/fran','2021-10-01',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(133,2,'tidplan/q4/till','2021-12-31',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(134,2,'tidplan/q4/etikett','Q4',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(135,2,'tidplan/q4/text','Parternas chefer beslutar om rutinen för överlämning senast den sista oktober. Ansvaret för att sammankalla går över till kommunens arbetsmarknadsenhet, och de andra parterna skriver in deltagandet i sina verksamhetsplaner.

Utvärderingen görs med intervjuer av deltagare och medarbetare. Resultaten redovisas för kvinnor och män var för sig. I december hålls ett avslutande seminarium för medarbetare och chefer. Processledaren lämnar över pågående planer till namngivna kontaktpersoner, så att ingen deltagare står utan stöd när insatsen slutar. Slutrapporten lämnas till Samordningsförbundet.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(136,2,'budget/lon/processledare/_plats','i',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(137,2,'budget/lon/processledare/benamning','Processledare',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(138,2,'budget/lon/processledare/tjanst_procent','75',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(139,2,'budget/lon/processledare/fran','2021-04-01',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(140,2,'budget/lon/processledare/till','2021-12-31',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(141,2,'budget/lon/processledare/belopp/alvkarleby','325000',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(142,2,'budget/ovrigt/inkopta_utredningar/belopp/alvkarleby','30000',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(143,2,'budget/egenfinansiering/lokal/lokalhyra/belopp/alvkarleby','42000',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.139Z');
INSERT INTO "change" VALUES(144,2,'samverkansparter/af/epost','norduppland @af.example',2,'Bertil Berg','Avesta kommun','73b64394e5fa05665c8a459d','2026-11-25T06:52:10.143Z');
INSERT INTO "change" VALUES(145,2,'_waived/g32_c7933dafd808/skal','Adressen skrivs så i deras system.',1,'Bertil Berg','Avesta kommun','3a8d933cb84d9ad64512e1dc','2026-11-25T06:52:10.168Z');
INSERT INTO "change" VALUES(146,2,'_waived/g32_c7933dafd808/namn','Bertil Berg, Avesta kommun',1,'Bertil Berg','Avesta kommun','3a8d933cb84d9ad64512e1dc','2026-11-25T06:52:10.168Z');
INSERT INTO "change" VALUES(147,2,'_version','abc',1,'Bertil Berg','Avesta kommun','248d944be7dc057602f3773a','2026-11-25T06:52:10.173Z');
INSERT INTO "change" VALUES(148,2,'_waived/G99-xx/skal','Bara skäl',1,'Bertil Berg','Avesta kommun','049a86221ab7ba52e29d309e','2026-11-25T06:52:10.174Z');
INSERT INTO "change" VALUES(149,3,'insatsagare/alvkarleby/_plats','i',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(150,3,'insatsagare/alvkarleby/organisation','Älvkarleby kommun',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(151,3,'insatsagare/alvkarleby/kontaktperson','Enhetschef, arbetsmarknad',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(152,3,'insatsagare/alvkarleby/epost','arbetsmarknad@alvkarleby.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(153,3,'samverkansparter/af/_plats','9',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(154,3,'samverkansparter/af/organisation','Arbetsförmedlingen',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(155,3,'samverkansparter/af/kontaktperson','Sektionschef, Norduppland',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(156,3,'samverkansparter/af/epost','norduppland@af.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(157,3,'samverkansparter/region/_plats','i',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(158,3,'samverkansparter/region/organisation','Region Uppsala',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(159,3,'samverkansparter/region/kontaktperson','Verksamhetschef, vårdcentralen Skutskär',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(160,3,'samverkansparter/region/epost','skutskar@region.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(161,3,'samverkansparter/fk/_plats','r',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(162,3,'samverkansparter/fk/organisation','Försäkringskassan',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(163,3,'samverkansparter/fk/kontaktperson','Samverkansansvarig',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(164,3,'samverkansparter/fk/epost','samverkan@fk.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(165,3,'insatsens_namn','Vägen in – processledare för samverkan i Älvkarleby',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(166,3,'insatstyp','strukturövergripande insats',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(167,3,'syfte','Syftet är att unga vuxna i Älvkarleby kommun som står långt från arbete och studier ska få ett samordnat stöd i rätt tid, i stället för flera stöd i följd. De fyra parterna ska ha en gemensam väg in, en gemensam kartläggning och en plan som alla arbetar efter. Insatsen ska lämna efter sig ett arbetssätt som parterna kan driva vidare i sin ordinarie verksamhet, på lika villkor för kvinnor och män.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(168,3,'mal/resultatmal/fi2gub/_plats','c',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(169,3,'mal/resultatmal/fi2gub/text','Minst 40 personer har fått en gemensam kartläggning senast 2021-12-31, räknat i Uppföljning Finsam.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(170,3,'mal/resultatmal/j8xbw3/_plats','o',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(171,3,'mal/resultatmal/j8xbw3/text','En skriftlig rutin för överlämning mellan de fyra parterna är beslutad av parternas chefer senast 2021-10-31.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(172,3,'mal/insatsmal/q8eepv/_plats','c',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(173,3,'mal/insatsmal/q8eepv/text','Av deltagarna har 25 % börjat arbeta eller studera när insatsen avslutas 2021-12-31.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(174,3,'mal/insatsmal/tjhcmx/_plats','o',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(175,3,'mal/insatsmal/tjhcmx/text','Väntetiden från första kontakt till gemensam kartläggning är högst tre veckor i december 2021, mätt på alla nya deltagare.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(176,3,'mal/effektmal/pj2chg/_plats','i',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(177,3,'mal/effektmal/pj2chg/text','Antalet unga vuxna som har haft försörjningsstöd i mer än tio månader är 15 % lägre vid mätningen i kommunens statistik än när insatsen började.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(178,3,'bakgrund','Vid nulägesanalysen 2020 såg LOKUS att en grupp unga vuxna återkommer hos alla fyra parterna utan att någon har ansvar för helheten. Kommunens arbetsmarknadsenhet räknade till omkring 60 personer mellan 18 och 29 år som hade kontakt med minst tre av parterna under ett och samma halvår. Två av tre hade ingen gemensam planering, och många hade berättat samma sak på fyra ställen.

Parterna har var för sig prövat att lösa detta. Arbetsförmedlingen har haft en särskild handläggare för unga, vårdcentralen har öppnat en samtalsmottagning och Försäkringskassan har bjudit in till avstämningsmöten. Var och en av åtgärderna har hjälpt, men de har inte hängt ihop. När en handläggare har slutat har kontakten brutits, och det har tagit månader innan den har kommit i gång igen.

Erfarenheter från andra län visar att det inte räcker med fler möten. Det som gör skillnad är att någon har i uppdrag att hålla ihop arbetet mellan parterna: en processledare som inte själv har egna ärenden, utan ser till att rutiner finns, att de följs och att de ändras när de inte fungerar. I våra grannkommuner har väntetiden till en första gemensam planering halverats på det sättet.

Behovet skiljer sig åt. Bland männen i gruppen är avbrutna studier vanligast, bland kvinnorna psykisk ohälsa och ansvar för barn. Stödet behöver därför se olika ut och följas upp för kvinnor och män var för sig. En risk med att vänta är att gruppen växer: varje år lämnar omkring tio ungdomar gymnasiet i förtid utan att någon av parterna har ett samlat ansvar för vad som händer sedan. Insatsen kräver samverkan eftersom ingen av parterna ensam råder över de stöd som behövs.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(179,3,'insatstid/start','2021-04-01',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(180,3,'insatstid/slut','2021-12-31',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(181,3,'malgrupp','Målgruppen är kvinnor och män mellan 18 och 29 år som bor i Älvkarleby kommun och behöver stöd från minst två av de fyra parterna för att komma i arbete eller studier. De har varit utan arbete eller studier i minst sex månader. Omkring 40 personer beräknas delta. Medarbetare hos parterna berörs också, eftersom arbetssättet ändras för dem.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(182,3,'uppfoljning','Deltagare och aktiviteter registreras i Uppföljning Finsam, uppdelat på kvinnor och män. Processledaren redovisar mål, väntetider och budgetutfall för LOKUS varje kvartal. Under oktober till december görs en utvärdering av utbildade utvärderare hos regionen, utan kostnad för insatsen.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(183,3,'metod','## Processledare

En processledare på 75 % anställs av kommunen och arbetar på uppdrag av alla fyra parter. Processledaren har inga egna ärenden. Uppdraget är att:

- ta emot önskemål om gemensam kartläggning och kalla parterna inom två veckor
- leda de gemensamma mötena och se till att varje deltagare går därifrån med en skriven plan
- följa upp planerna tillsammans med deltagarens kontaktperson efter fyra, åtta och tolv veckor
- samla vad som hindrar samarbetet och lägga fram förslag för LOKUS.

Mötena hålls i kommunens lokaler i Skutskär. Deltagaren bestämmer vilka som ska vara med och vad som får berättas.

## Implementering och implementeringsplan

Redan från början är målet att arbetssättet ska leva vidare utan särskilda medel. Varje part utser därför en medarbetare som arbetar bredvid processledaren en halv dag i veckan och lär sig rutinen. I september provar parterna att hålla mötena själva, med processledaren som stöd. I oktober beslutar cheferna om rutinen och om vem som äger den. Från december ansvarar kommunens arbetsmarknadsenhet för sammankallandet, och de andra parterna har skrivit in deltagandet i sina verksamhetsplaner.

## Införande

Insatsen börjar med en gemensam introduktion för omkring 25 medarbetare. Där går parterna igenom sekretess, samtycke och vad var och en kan erbjuda. Under våren köps utbildning i motiverande samtal och studieteknik in till deltagarna, som ges i grupp vid fyra tillfällen.

## Risker

Den största risken är att medarbetare byts ut och att kunskapen försvinner. Den möts genom att två personer hos varje part lär sig rutinen. En annan risk är att färre remitteras än beräknat. LOKUS följer antalet varje månad och kan då öppna för fler vägar in. En tredje risk är att kvinnor och män får olika stöd utan att det syns. Därför redovisas alla siffror uppdelat, och skillnader tas upp i LOKUS som en egen punkt om jämställdhet.

## Tidsplan

Arbetet följer tidplanen i bilagan: uppstart under andra kvartalet, kartläggning och gemensamma planer under det tredje och överlämning till ordinarie verksamhet under det fjärde.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(184,3,'finansiering','Insatsen söker totalt [[tabell/rekvirera]]. Av det är [[rad/lon/processledare]] lön för en processledare på 75 % inklusive PO-pålägg, och [[rad/ovrigt/inkopta_utredningar]] går till inköpt utbildning för deltagarna. Älvkarleby kommun står själv för lokalhyran, [[tabell/egenfinansiering]] för hela insatstiden. Total kostnad är [[total]].',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(185,3,'forankring','Ansökan är framtagen av LOKUS i Älvkarleby med medarbetare från alla fyra parter. Den är behandlad i kommunens ledningsgrupp, av sektionschefen hos Arbetsförmedlingen, av vårdcentralens verksamhetschef och av Försäkringskassans samverkansansvariga, som alla har ställt sig bakom den.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(186,3,'lokus','ja',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(187,3,'lokus/kommentar','Diskuterad i LOKUS 2020-11-16. Reviderad och godkänd i LOKUS 2021-01-20.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(188,3,'underskrifter_insatsagare/alvkarleby/roll','Förvaltningschef',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(189,3,'underskrifter_insatsagare/alvkarleby/epost','forvaltningschef@alvkarleby.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(190,3,'underskrifter_samverkanspart/af/roll','Enhetschef',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(191,3,'underskrifter_samverkanspart/af/epost','enhetschef@af.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(192,3,'underskrifter_samverkanspart/region/roll','Områdeschef',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(193,3,'underskrifter_samverkanspart/region/epost','omradeschef@region.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(194,3,'underskrifter_samverkanspart/fk/roll','Enhetschef',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(195,3,'underskrifter_samverkanspart/fk/epost','enhetschef@fk.example',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(196,3,'tidplan/q2/_plats','9',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(197,3,'tidplan/q2/fran','2021-04-01',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(198,3,'tidplan/q2/till','2021-06-30',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(199,3,'tidplan/q2/etikett','Q2',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(200,3,'tidplan/q2/text','Processledaren anställs och introduceras hos de fyra parterna. Styrgruppen inom LOKUS bestämmer hur önskemål om kartläggning ska lämnas och vem som svarar. Blanketter för samtycke tas fram och prövas på fem deltagare.

En gemensam introduktion hålls för omkring 25 medarbetare. Där går parterna igenom sekretess, samtycke och vad var och en kan erbjuda. De första tio kartläggningarna görs i maj och juni. Utbildning för deltagare upphandlas och de två första tillfällena hålls före sommaren. I slutet av juni redovisas antal, väntetider och utfall för LOKUS.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(201,3,'tidplan/q3/_plats','i',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(202,3,'tidplan/q3/fran','2021-07-01',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(203,3,'tidplan/q3/till','2021-09-30',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(204,3,'tidplan/q3/etikett','Q3',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(205,3,'tidplan/q3/text','Kartläggningarna fortsätter i jämn takt, omkring fem i månaden. Planerna följs upp efter fyra, åtta och tolv veckor. Deltagare och aktiviteter registreras löpande i Uppföljning Finsam, uppdelat på kvinnor och män.

I augusti träffas kontaktpersonerna en heldag för att gå igenom vad som har fungerat och vad som har hindrat. Ett första utkast till rutin för överlämning skrivs. I september provar parterna att hålla mötena själva, med processledaren som stöd. De två sista utbildningstillfällena för deltagarna hålls. LOKUS går igenom mål, risker och budgetutfall.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(206,3,'tidplan/q4/_plats','r',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(207,3,'tidplan/q4/fran','2021-10-01',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(208,3,'tidplan/q4/till','2021-12-31',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(209,3,'tidplan/q4/etikett','Q4',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(210,3,'tidplan/q4/text','Parternas chefer beslutar om rutinen för överlämning senast den sista oktober. Ansvaret för att sammankalla går över till kommunens arbetsmarknadsenhet, och de andra parterna skriver in deltagandet i sina verksamhetsplaner.

Utvärderingen görs med intervjuer av deltagare och medarbetare. Resultaten redovisas för kvinnor och män var för sig. I december hålls ett avslutande seminarium för medarbetare och chefer. Processledaren lämnar över pågående planer till namngivna kontaktpersoner, så att ingen deltagare står utan stöd när insatsen slutar. Slutrapporten lämnas till Samordningsförbundet.',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(211,3,'budget/lon/processledare/_plats','i',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(212,3,'budget/lon/processledare/benamning','Processledare',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(213,3,'budget/lon/processledare/tjanst_procent','75',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(214,3,'budget/lon/processledare/fran','2021-04-01',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(215,3,'budget/lon/processledare/till','2021-12-31',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(216,3,'budget/lon/processledare/belopp/alvkarleby','325000',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(217,3,'budget/ovrigt/inkopta_utredningar/belopp/alvkarleby','30000',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(218,3,'budget/egenfinansiering/lokal/lokalhyra/belopp/alvkarleby','42000',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(219,3,'_inlast','{"grupp/lon": 326000, "tabell/rekvirera": 355000, "total": 397000, "grupp/ovrigt": 30000, "grupp/egenfinansiering/lokal": 42000, "tabell/egenfinansiering": 42000}',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.202Z');
INSERT INTO "change" VALUES(220,4,'_titel','Nulägesanalys Norduppland',1,'Anna Andersson','Försäkringskassan','ny','2026-11-25T06:52:10.206Z');
INSERT INTO "change" VALUES(221,2,'_notes/syfte/p9zsje/text','Fråga kommunen',1,'Bertil Berg','Avesta kommun','df1c11d4a0d9bf5f8af57b21','2026-11-25T06:52:10.260Z');
INSERT INTO "change" VALUES(222,2,'_notes/syfte/p9zsje/av','Bertil Berg (Avesta kommun)',1,'Bertil Berg','Avesta kommun','df1c11d4a0d9bf5f8af57b21','2026-11-25T06:52:10.260Z');
CREATE TABLE draft (
        id INTEGER PRIMARY KEY AUTOINCREMENT, mall_id TEXT NOT NULL, mall_title TEXT NOT NULL,
        mall_fingerprint TEXT NOT NULL REFERENCES mall, title TEXT NOT NULL, title_path TEXT NOT NULL,
        state TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL, changed_name TEXT NOT NULL,
        changed_organisation TEXT NOT NULL, last_change INTEGER NOT NULL, binned TEXT);
INSERT INTO "draft" VALUES(1,'ansokan','Ansökan samverkansinsats','93f52a8ca58d51b4b50537f728fe2f1f77792044f1a8eb78f3e0208680dba10e','Vägen in – processledare för samverkan i Älvkarleby','insatsens_namn','last','2026-11-25T06:52:10.064Z','2026-11-25T06:52:10.136Z','Bertil Berg','Avesta kommun',73,NULL);
INSERT INTO "draft" VALUES(2,'ansokan','Ansökan samverkansinsats','93f52a8ca58d51b4b50537f728fe2f1f77792044f1a8eb78f3e0208680dba10e','Vägen in – processledare för samverkan i Älvkarleby','insatsens_namn','skrivs','2026-11-25T06:52:10.139Z','2026-11-25T06:52:10.260Z','Bertil Berg','Avesta kommun',222,NULL);
INSERT INTO "draft" VALUES(3,'ansokan','Ansökan samverkansinsats','93f52a8ca58d51b4b50537f728fe2f1f77792044f1a8eb78f3e0208680dba10e','Vägen in – processledare för samverkan i Älvkarleby','insatsens_namn','skrivs','2026-11-25T06:52:10.202Z','2026-11-25T06:52:10.202Z','Anna Andersson','Försäkringskassan',219,NULL);
INSERT INTO "draft" VALUES(4,'nulagesanalys','Nulägesanalys','ecff367266b68fbe0692e01a49515d8b188735bef3a681b6186dd97c2662b495','Nulägesanalys Norduppland','_titel','skrivs','2026-11-25T06:52:10.206Z','2026-11-25T06:52:10.206Z','Anna Andersson','Försäkringskassan',220,'2026-11-25T06:52:10.257Z');
CREATE TABLE link (
        token TEXT PRIMARY KEY, draft_id INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE, created TEXT NOT NULL,
        name TEXT NOT NULL, organisation TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "link" VALUES('8juzNeytsZg_4sx6X6_TnyhSRzXC9Sio',2,'2026-11-25T06:52:10.265Z','Bertil Berg','Avesta kommun');
CREATE TABLE mall (fingerprint TEXT PRIMARY KEY, id TEXT NOT NULL, version TEXT NOT NULL, files TEXT NOT NULL);
INSERT INTO "mall" VALUES('93f52a8ca58d51b4b50537f728fe2f1f77792044f1a8eb78f3e0208680dba10e','ansokan','2020-10-09','{"ansokan.overenskommelse.md": "## Lagar och förordningar\nInsatsägarna är verksamhetsansvariga och har det fulla ansvaret för att gällande lagar, förordningar, föreskrifter och egna styrdokument, vilka på något sätt berör uppdraget enligt denna ansökan, följs. Åtagandet inkluderar att följa tillämpliga och gällande styrdokument inom förbundet.\n\n## Arbetsgivaransvar\nPersonal som arbetar i insatsen är fortsatt anställda av berörd medlemsorganisation som också har kvar det fullständiga arbetsgivaransvaret.\n\n## Information från insatsen\nVid ett beviljande av insatsen ska insatsen löpande lämna information om sin verksamhet enligt de sätt som Samordningsförbundet meddelar. Främst handlar detta om redovisning i SUS (System för uppföljning av samverkan inom rehabiliteringsområdet) samt om olika rapporter om läget i och utsikterna för insatsen enligt gällande rutiner för insatser. Viktiga förändringar i insatsen ska avvikelserapporteras i särskild ordning.\n\n## Kostnader\nDe i beslut beviljade medlen utgör ett maxbelopp, och grund för ersättning är faktiskt upparbetade kostnader. Styrelsens beslut om finansiering av samverkansinsatser gäller under förutsättning att förbundet beviljas medel från medlemsorganisationerna framöver.\n\n## Underskrifter\nInför behandling av Samordningsförbundets arbetsutskott/styrelse för beslut skall samtliga parters behöriga beslutsfattare ha skrivit under och ställt sig bakom ansökan. I och med nedanstående underskrifter och ett därpå följande positivt beslut från Samordningsförbundets styrelse så har ett åtagande från insatsägarna, både gentemot varandra och mot Samordningsförbundet, att uppfylla denna plan inom de beskrivna ramarna överenskommits.\n", "ansokan.toml": "id = \"ansokan\"\nversion = \"2020-10-09\"\ntitle = \"Ansökan samverkansinsats\"\ndescription = \"17 avsnitt med budget och underskrifter\"\nforbund = \"Samordningsförbundet Uppsala län\"\ntitle_path = \"insatsens_namn\"\norder = 10\nfootnote = \"Rubriker med * har förklarande/stödande text i bilagan\"\n\n[settings.po]\n2013 = { kommun = \"38,46\", region = \"43,03\" }\n2014 = { kommun = \"38,46\", region = \"44,13\" }\n2015 = { kommun = \"38,46\", region = \"44,13\" }\n2019 = { kommun = \"39,15\", region = \"46,45\" }\n2021 = { kommun = \"40,15\", region = \"46,15\" }\n\n[[section]]\nid = \"insatsens_namn\"\nnumber = \"1\"\nheading = \"Insatsens namn\"\nshort = \"Insatsens namn\"\n\n  [section.help]\n  good = \"Ett kort namn som går att säga högt och som håller hela insatsen. Det står överst på varje sida som skrivs ut och på varje underskriftsblad, så välj det innan ni skriver ut.\"\n  example = \"Vägen in – processledare för samverkan i Älvkarleby\"\n  mistake = \"Ett namn som ändras under vägen. Skrivs det om här ändras det överallt, men inte i beslut och mejl som redan är skickade.\"\n  length = \"2–8 ord\"\n\n  [[section.field]]\n  id = \"insatsens_namn\"\n  type = \"line\"\n  label = \"Insatsens namn\"\n  required = true\n\n  [[section.field]]\n  id = \"insatstyp\"\n  type = \"choice\"\n  label = \"Sorts insats\"\n  hint = \"Skrivs inte ut på ansökan. Uppföljning Finsam frågar efter valet när insatsen registreras, och det går inte att ändra där.\"\n  options = [\"individinriktad insats\", \"strukturövergripande insats\"]\n  printed = false\n\n  [[section.field]]\n  id = \"diarienummer\"\n  type = \"line\"\n  label = \"Diarienummer\"\n  hint = \"Skrivs inte ut på ansökan. Förbundet ger numret, till exempel 2027:20, och rapporterna behöver det sedan.\"\n  printed = false\n\n[[section]]\nid = \"insatsagare\"\nnumber = \"2\"\nheading = \"Insatsägare (*)\"\nshort = \"Insatsägare\"\n\n  [section.help]\n  good = \"Den eller de organisationer som har verksamhetsansvaret och får rekvirera pengar från Samordningsförbundet. Den första är huvudinsatsägare. Varje insatsägare får en egen kolumn i budgeten.\"\n  example = \"Älvkarleby kommun, enhetschefen för arbetsmarknad, namn@kommun.example\"\n  mistake = \"Att en part som bara deltar i samverkan skrivs som insatsägare. Den hör hemma under Samverkansparter.\"\n  length = \"1–5 organisationer\"\n\n  [[section.field]]\n  id = \"insatsagare\"\n  type = \"parties\"\n  label = \"Insatsägare\"\n  owners = true\n  max_rows = 5\n  first_label = \"Huvudinsatsägare\"\n  other_label = \"Delinsatsägare {m}\"\n  row_name = \"delinsatsägare\"\n  required = true\n\n[[section]]\nid = \"samverkansparter\"\nnumber = \"3\"\nheading = \"Samverkansparter (*)\"\nshort = \"Samverkansparter\"\n\n  [section.help]\n  good = \"Övriga organisationer som samverkar i insatsen: någon av kommun, Arbetsförmedlingen, Försäkringskassan och Region som inte redan är insatsägare. Var och en skriver under på ett eget blad.\"\n  example = \"Försäkringskassan, samverkansansvarig, namn@myndighet.example\"\n  mistake = \"En e-postadress med mellanslag eller felstavad ändelse. Då når kallelsen till underskrift inte fram.\"\n  length = \"Minst en organisation\"\n\n  [[section.field]]\n  id = \"samverkansparter\"\n  type = \"parties\"\n  label = \"Samverkansparter\"\n  row_name = \"samverkanspart\"\n  required = true\n\n[[section]]\nid = \"syfte\"\nnumber = \"4\"\nheading = \"Beskriv syftet med insatsen (*)\"\nshort = \"Syfte\"\n\n  [section.help]\n  good = \"Skriv varför insatsen behövs och vad den ska leda till för dem den riktar sig till. Syftet är riktningen, och målen under nästa rubrik är det som går att mäta på vägen.\"\n  example = \"Syftet är att unga vuxna som står långt från arbete och studier får ett samordnat stöd från fyra parter samtidigt, i stället för flera stöd i följd.\"\n  mistake = \"Att syftet räknar upp aktiviteter. Vad ni ska göra hör hemma under Metod.\"\n  length = \"50–100 ord\"\n\n  [[section.field]]\n  id = \"syfte\"\n  type = \"long_text\"\n  required = true\n  rows = 8\n\n[[section]]\nid = \"mal\"\nnumber = \"5\"\nheading = \"Beskriv målen med insatsen (*)\"\nshort = \"Mål\"\n\n  [section.help]\n  good = \"Ett mål på varje rad, med ett tal, ett datum eller ett sätt att mäta. Resultatmål är vad som ska vara gjort. Insatsmål är vad som ska ha ändrats för deltagarna när insatsen slutar. Effektmål är vad som ska märkas efteråt.\"\n  example = \"Minst 40 personer har fått en gemensam kartläggning senast den 31 december 2027.\"\n  mistake = \"Mål som inte går att följa upp: ”förbättrad samverkan”. Hur märks det, och när?\"\n  length = \"100 ord sammanlagt\"\n\n  [[section.field]]\n  id = \"mal\"\n  type = \"goals\"\n  label = \"Mål\"\n  required = true\n\n    [[section.field.list]]\n    id = \"resultatmal\"\n    label = \"Resultatmål\"\n\n    [[section.field.list]]\n    id = \"insatsmal\"\n    label = \"Insatsmål\"\n\n    [[section.field.list]]\n    id = \"effektmal\"\n    label = \"Effektmål\"\n\n[[section]]\nid = \"bakgrund\"\nnumber = \"6\"\nheading = \"Beskriv bakgrunden till/behovet av insatsen (*)\"\nshort = \"Bakgrund\"\n\n  [section.help]\n  good = \"Vilket behov har parterna sett, hos hur många, och vad har ni redan prövat? Stöd er på nulägesanalysen och på siffror ur parternas egen statistik. Skriv varför det krävs samverkan och inte kan lösas inom en organisation.\"\n  example = \"Vid nulägesanalysen fann LOKUS att omkring 60 unga vuxna hade kontakt med minst tre av de fyra parterna utan en gemensam planering.\"\n  mistake = \"Uppgifter om enskilda personer. Lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser ger inte förbundet rätt att behandla dem, och ansökan blir en allmän handling.\"\n  length = \"200–300 ord i flera stycken\"\n\n  [[section.field]]\n  id = \"bakgrund\"\n  type = \"long_text\"\n  required = true\n  rows = 16\n\n[[section]]\nid = \"insatstid\"\nnumber = \"7\"\nheading = \"Planerad insatstid\"\nshort = \"Insatstid\"\n\n  [section.help]\n  good = \"Första och sista dagen som insatsen pågår. Budgetens lönerader och tidplanens faser ska rymmas inom tiden. Går insatsen över ett årsskifte fördelas budgeten på kalenderår.\"\n  example = \"2027-04-01 till 2027-12-31\"\n  mistake = \"Att insatsen startar innan styrelsen hunnit besluta, eller att lönerader från förra årets ansökan följer med.\"\n\n  [[section.field]]\n  id = \"insatstid\"\n  type = \"period\"\n  start_label = \"Planerat startdatum\"\n  end_label = \"Planerat slutdatum\"\n  required = true\n\n  [[section.field]]\n  id = \"styrelsebeslut\"\n  type = \"date\"\n  label = \"Planerat styrelsebeslut\"\n  hint = \"Skrivs inte ut på ansökan. När dagen är känd kan Granska säga till om insatsen startar före beslutet.\"\n  printed = false\n\n[[section]]\nid = \"malgrupp\"\nnumber = \"8\"\nheading = \"Beskriv målgrupp för insatsen (*)\"\nshort = \"Målgrupp\"\n\n  [section.help]\n  good = \"Vilka insatsen riktar sig till: ålder (Finsam gäller 16–64 år), situation, behov av stöd från flera parter, och ungefär hur många. Skriv hur kvinnors och mäns behov skiljer sig åt.\"\n  example = \"Kvinnor och män 18–29 år med behov av stöd från minst två av parterna, omkring 40 personer under insatsens tid.\"\n  mistake = \"En målgrupp så vid att ingen vet vem som ska remitteras, eller så snäv att det går att förstå vem en enskild deltagare är.\"\n  length = \"60 ord\"\n\n  [[section.field]]\n  id = \"malgrupp\"\n  type = \"long_text\"\n  required = true\n  rows = 8\n\n[[section]]\nid = \"uppfoljning\"\nnumber = \"9\"\nheading = \"Beskriv uppföljning och utvärdering av målen (*)\"\nshort = \"Uppföljning\"\n\n  [section.help]\n  good = \"Hur varje mål följs upp, av vem och när. Deltagare och aktiviteter registreras i Uppföljning Finsam. LOKUS följer budget och mål minst fyra gånger om året.\"\n  example = \"Processledaren redovisar antal kartläggningar och budgetutfall för LOKUS varje kvartal. En extern utvärdering görs de sista tre månaderna.\"\n  mistake = \"Det gamla namnet SUS. Systemet heter numera Uppföljning Finsam.\"\n  length = \"40–80 ord\"\n\n  [[section.field]]\n  id = \"uppfoljning\"\n  type = \"long_text\"\n  required = true\n  rows = 8\n\n[[section]]\nid = \"metod\"\nnumber = \"10\"\nheading = \"Beskriv metod/metoder ni kommer använda (*)\"\nshort = \"Metod\"\n\n  [section.help]\n  good = \"Hur arbetet går till, vem som gör vad och hur det som fungerar blir en del av ordinarie verksamhet. Använd egna underrubriker, till exempel Processledare, Implementering och implementeringsplan, Införande och Tidsplan. Nämn risker och hur ni möter dem.\"\n  example = \"Processledaren bjuder in till kartläggning inom två veckor. Parterna sitter med vid samma möte och skriver en gemensam plan.\"\n  mistake = \"Att implementeringen lämnas till slutet. Vem tar över, och när beslutas det?\"\n  length = \"300–400 ord med underrubriker\"\n\n  [[section.field]]\n  id = \"metod\"\n  type = \"long_text\"\n  required = true\n  rows = 20\n\n[[section]]\nid = \"finansiering\"\nnumber = \"11\"\nheading = \"Ange budget/finansiering (*)\"\nshort = \"Finansiering\"\n\n  [section.help]\n  good = \"Vad pengarna går till, i ord. Sätt in belopp med knappen Belopp, så följer de budgeten när den ändras. Beviljade medel är ett maxbelopp, och förbundet ersätter bara kostnader som har uppstått.\"\n  example = \"Vi söker medel för en processledare på 75 % och för utbildning till deltagarna. Kommunen står för lokalen.\"\n  mistake = \"Belopp skrivna för hand som inte längre är samma som i budgeten, eller belopp ”per år” när insatsen är kortare än ett år.\"\n  length = \"40–80 ord\"\n\n  [[section.field]]\n  id = \"finansiering\"\n  type = \"long_text\"\n  required = true\n  rows = 7\n\n  [[section.field]]\n  id = \"sammanstallning\"\n  type = \"budget_summary\"\n  label = \"Budgetsammanställning\"\n\n[[section]]\nid = \"forankring\"\nnumber = \"12\"\nheading = \"Beskriv på vilket sätt ansökan är förankrad (*)\"\nshort = \"Förankring\"\n\n  [section.help]\n  good = \"Vilka chefer och grupper hos varje part som har tagit del av ansökan och ställt sig bakom den, och när. Den som skriver under ska ha rätt att besluta om resurserna.\"\n  example = \"Ansökan är behandlad i kommunens ledningsgrupp, hos Arbetsförmedlingens områdeschef och i LOKUS den 20 januari.\"\n  mistake = \"Att bara skriva ”förankrad hos samtliga parter”. Hos vem, och vilken dag?\"\n  length = \"35–60 ord\"\n\n  [[section.field]]\n  id = \"forankring\"\n  type = \"long_text\"\n  required = true\n  rows = 6\n\n[[section]]\nid = \"lokus\"\nnumber = \"13\"\nheading = \"Har ansökan diskuterats i aktuell LOKUS-grupp eller i den strategiska utvecklingsgruppen?\"\nshort = \"LOKUS\"\n\n  [section.help]\n  good = \"Svara ja eller nej, och skriv mötenas datum i kommentaren, både när ansökan diskuterades och när den godkändes.\"\n  example = \"Diskuterad i LOKUS 2020-11-16, godkänd 2021-01-20.\"\n  mistake = \"Ett ja utan datum. Styrelsen vill se att LOKUS hann behandla ansökan innan parterna skrev under.\"\n\n  [[section.field]]\n  id = \"lokus\"\n  type = \"yes_no\"\n  label = \"Har ansökan diskuterats i aktuell LOKUS-grupp eller i den strategiska utvecklingsgruppen?\"\n  comment = \"Kommentar:\"\n  required = true\n\n[[section]]\nid = \"overenskommelse\"\nnumber = \"14\"\nheading = \"Överenskommelse\"\nshort = \"Överenskommelse\"\nnew_page = true\n\n  [[section.field]]\n  id = \"overenskommelse\"\n  type = \"fixed_text\"\n  label = \"Överenskommelse\"\n  file = \"ansokan.overenskommelse.md\"\n  source = \"Samordningsförbundet Uppsala län, mall för ansökan samverkansinsats\"\n  text_version = \"2020-10-09\"\n  fingerprint = \"9accdd30d94ff08c9287afeb6488afed0a11f83c470bafa5d45752634a474c45\"\n  note = \"(Texten under hela detta avsnitt skall stå kvar orörd)\"\n\n[[section]]\nid = \"underskrifter\"\nnumber = \"15\"\nheading = \"Underskrifter\"\nshort = \"Underskrifter\"\n\n  [section.help]\n  good = \"En ruta för varje part, på ett eget blad. Den som skriver under ska vara partens behöriga beslutsfattare och kan vara någon annan än kontaktpersonen. Skriv namn och befattning här, och låt datum och namnteckning skrivas för hand.\"\n  example = \"Förvaltningschef, kommunens socialförvaltning\"\n  mistake = \"Att ett ombud skriver under utan fullmakt, eller att en parts blad bär en annan organisations namn. Här hämtas organisationens namn alltid ur avsnitt 2 och 3.\"\n  length = \"Ett blad för varje part\"\n\n  [[section.field]]\n  id = \"underskrifter_insatsagare\"\n  type = \"signature\"\n  label = \"Underskrifter – Insatsägare (*)\"\n  owners = true\n  extract = \"overenskommelse\"\n\n  [[section.field]]\n  id = \"underskrifter_samverkanspart\"\n  type = \"signature\"\n  label = \"Underskrifter – Samverkanspart (*)\"\n  extract = \"overenskommelse\"\n\n[[section]]\nid = \"tidplan\"\nnumber = \"16\"\nheading = \"Bilaga 1 – Tidplan\"\nshort = \"Tidplan\"\nannex = \"Bilaga 1\"\n\n  [section.help]\n  good = \"Insatsens faser i ordning, med från- och tilldatum och en kort etikett, till exempel Q2. Skriv vad som ska vara gjort när fasen är slut.\"\n  example = \"Q2: rekrytering, gemensam introduktion och rutin för remittering.\"\n  mistake = \"Luckor mellan faserna, eller att Q1 får stå för april–juni.\"\n  length = \"300–400 ord sammanlagt\"\n\n  [[section.field]]\n  id = \"tidplan\"\n  type = \"rows\"\n  row_name = \"fas\"\n  required = true\n\n    [[section.field.column]]\n    id = \"fran\"\n    type = \"date\"\n    label = \"Från\"\n\n    [[section.field.column]]\n    id = \"till\"\n    type = \"date\"\n    label = \"Till\"\n\n    [[section.field.column]]\n    id = \"etikett\"\n    type = \"line\"\n    label = \"Etikett\"\n\n    [[section.field.column]]\n    id = \"text\"\n    type = \"long_text\"\n    label = \"Vad som görs\"\n    rows = 3\n\n[[section]]\nid = \"budget\"\nnumber = \"17\"\nheading = \"Budget - detaljerad\"\nshort = \"Budget\"\nannex = \"Bilaga 2\"\nlandscape = true\n\n  [section.help]\n  good = \"Fyll i de vita rutorna. Alla summor räknas fram. Lönekostnader skrivs med PO-pålägg. Det som parterna själva bidrar med skrivs under Egenfinansiering, och pengar från andra (till exempel ESF) under Övrig finansiering.\"\n  example = \"Processledare, 75 %, 2027-04-01 till 2027-12-31, 325 000 kr\"\n  mistake = \"Att lönen avser ett annat år än insatsen, eller att utbildning för medarbetare hamnar på raden avsedd för deltagare.\"\n\n  [[section.field]]\n  id = \"budget\"\n  type = \"budget\"\n  label = \"Budget\"\n  required = true\n  grand_total_label = \"Total kostnad för insatsen\"\n  summary_heading = \"Budgetsammanställning\"\n  summary_total_label = \"Totalt projektet\"\n  summary_sum_label = \"Summa\"\n\n    [[section.field.table]]\n    id = \"rekvirera\"\n    heading = \"Kostnader att rekvirera från Samordningsförbundet\"\n    total_label = \"Totalt från Samordningsförbundet\"\n    row_sum_label = \"ATT REKVIRERA - ALLA INSATSÄGARE\"\n    parties = \"owners\"\n    summary_label = \"Att rekvirera från Samordningsförbundet\"\n    short_label = \"Att rekvirera\"\n\n      [[section.field.table.group]]\n      id = \"lon\"\n      heading = \"Lönekostnader inkl PO-pålägg\"\n      sum_label = \"Summa lönekostnader\"\n      own_rows = \"Lägg till lönerad\"\n      share = true\n      dates = true\n      start_rows = 1\n\n      [[section.field.table.group]]\n      id = \"lokal\"\n      heading = \"Lokalkostnader\"\n      sum_label = \"Summa lokalkostnader\"\n      row = [\n        { id = \"lokalhyra\", label = \"Lokalhyra\" },\n        { id = \"ovriga_lokalkostnader\", label = \"Övriga lokalkostnader\" },\n      ]\n\n      [[section.field.table.group]]\n      id = \"ovrigt\"\n      heading = \"Övriga kostnader\"\n      sum_label = \"Summa övriga kostnader\"\n      own_rows = \"Lägg till egen rad\"\n      row = [\n        { id = \"utvardering\", label = \"Utvärdering\" },\n        { id = \"spridningsseminarier\", label = \"Spridningsseminarier\" },\n        { id = \"utbildning_insatsmedarbetare\", label = \"Utbildning insatsmedarbetare\" },\n        { id = \"inkopta_utredningar\", label = \"Inköpta utredningar, utbildningar och tjänster avsedda för deltagare\" },\n        { id = \"ovriga_aktiviteter\", label = \"Övriga aktiviteter för deltagare\" },\n        { id = \"telefon_it\", label = \"Telefon-, IT-kostnader\" },\n        { id = \"resor\", label = \"Resor\" },\n        { id = \"tolk\", label = \"Tolk\" },\n        { id = \"informationsmaterial\", label = \"Informationsmaterial\" },\n        { id = \"ovrigt\", label = \"Övrigt\" },\n      ]\n\n    [[section.field.table]]\n    id = \"egenfinansiering\"\n    heading = \"Egenfinansiering\"\n    total_label = \"Summa egenfinansiering\"\n    row_sum_label = \"SUMMA ALLA PARTER\"\n    parties = \"all\"\n    summary_label = \"Projektägarnas egenfinansiering\"\n    short_label = \"Egenfinansiering\"\n\n      [[section.field.table.group]]\n      id = \"egenfinansiering/lon\"\n      heading = \"Lönekostnader inkl po-pål\"\n      sum_label = \"Summa lönekostnader\"\n      own_rows = \"Lägg till lönerad\"\n      share = true\n      start_rows = 1\n\n      [[section.field.table.group]]\n      id = \"egenfinansiering/lokal\"\n      heading = \"Lokalkostnader\"\n      sum_label = \"Summa lokalkostnader\"\n      row = [\n        { id = \"lokalhyra\", label = \"Lokalhyra\" },\n        { id = \"ovriga_lokalkostnader\", label = \"Övriga lokalkostnader\" },\n      ]\n\n      [[section.field.table.group]]\n      id = \"egenfinansiering/ovrigt\"\n      heading = \"Övriga kostnader\"\n      sum_label = \"Summa övriga kostnader\"\n      own_rows = \"Lägg till egen rad\"\n      own_label = \"Kostnadsbeteckning\"\n\n    [[section.field.table]]\n    id = \"ovrig_finansiering\"\n    heading = \"Övrig finansiering, ESF mm\"\n    total_label = \"Summa övrig finansiering\"\n    row_sum_label = \"SUMMA ALLA PARTER\"\n    parties = \"all\"\n    summary_label = \"Övrig finansiering, ESF mm\"\n    short_label = \"Övrig finansiering\"\n    hint = \"Skriv finansiärens namn och beloppet hos den part som får pengarna\"\n\n      [[section.field.table.group]]\n      id = \"ovrig_finansiering\"\n      heading = \"Finansiärer\"\n      sum_label = \"Summa finansiärer\"\n      own_rows = \"Lägg till finansiär\"\n      own_label = \"Finansiär\"\n"}');
INSERT INTO "mall" VALUES('ecff367266b68fbe0692e01a49515d8b188735bef3a681b6186dd97c2662b495','nulagesanalys','2016-08-17','{"nulagesanalys.toml": "id = \"nulagesanalys\"\nversion = \"2016-08-17\"\ntitle = \"Nulägesanalys\"\ndescription = \"Vad som behövs innan ni söker\"\nforbund = \"Samordningsförbundet Uppsala län\"\ntitle_path = \"_titel\"\norder = 20\n\n[[section]]\nid = \"lokus_grupp\"\nheading = \"Nulägesanalys\"\nshort = \"LOKUS-grupp\"\n\n  [section.help]\n  good = \"Analysen lämnas av LOKUS till förbundet varje år. Skriv vilket område och vilket år den gäller.\"\n\n  [[section.field]]\n  id = \"omrade\"\n  type = \"choice\"\n  label = \"LOKUS-grupp område:\"\n  options = [\"Älvkarleby\", \"Uppsala\", \"Knivsta\", \"Håbo\", \"Enköping\", \"Tierp\", \"Östhammar\", \"Heby\"]\n  required = true\n\n  [[section.field]]\n  id = \"ar\"\n  type = \"number\"\n  label = \"År\"\n  required = true\n\n  [[section.field]]\n  id = \"senast\"\n  type = \"date\"\n  label = \"Ska ha inkommit till förbundet senast\"\n\n[[section]]\nid = \"malgrupper\"\nnumber = \"1\"\nheading = \"Vilka målgrupper behöver stöd inom ramen för långsiktig samverkan?\"\nshort = \"Målgrupper\"\n\n  [section.help]\n  good = \"Beskriv grupper, inte enskilda personer. Skriv ungefär hur många de är, varifrån siffran kommer och vilka parter de har kontakt med.\"\n  example = \"Unga vuxna 18–29 år med kontakt hos minst tre parter, omkring 60 personer enligt kommunens statistik hösten 2026.\"\n  mistake = \"Namn, personnummer eller annat som pekar ut en enskild person.\"\n\n  [[section.field]]\n  id = \"malgrupper\"\n  type = \"long_text\"\n  required = true\n\n[[section]]\nid = \"behov_kommun\"\nnumber = \"2\"\nheading = \"Vilka behov har dessa målgrupper på geografisk kommunnivå?\"\nshort = \"Behov i kommunen\"\n\n  [section.help]\n  good = \"Skriv vilket stöd som saknas eller inte hänger ihop i er kommun, grupp för grupp i samma ordning som under fråga 1.\"\n  example = \"Unga vuxna utan gymnasieexamen väntar i dag tre månader på ett gemensamt möte mellan kommunen och Arbetsförmedlingen.\"\n  mistake = \"Att behovet skrivs som en färdig insats: ”vi behöver en processledare”. Vad är det deltagarna saknar?\"\n\n  [[section.field]]\n  id = \"behov_kommun\"\n  type = \"long_text\"\n  required = true\n\n[[section]]\nid = \"behov_lan\"\nnumber = \"3\"\nheading = \"Vilka behov har dessa målgrupper på länsnivå?\"\nshort = \"Behov i länet\"\n\n  [section.help]\n  good = \"Skriv det som fler kommuner delar och som parterna behöver lösa tillsammans i länet. Stäm gärna av med de andra LOKUS-grupperna.\"\n  example = \"Personer med långvarig sjukskrivning möter olika rutiner för avstämningsmöte beroende på var i länet de bor.\"\n  mistake = \"Att svaret på fråga 2 klistras in igen.\"\n\n  [[section.field]]\n  id = \"behov_lan\"\n  type = \"long_text\"\n  required = true\n\n[[section]]\nid = \"man_kvinnor\"\nnumber = \"4\"\nheading = \"Hur skiljer sig dessa behov mellan män och kvinnor i målgruppen?\"\nshort = \"Män och kvinnor\"\n\n  [section.help]\n  good = \"Dela upp siffrorna på kvinnor och män och skriv vad skillnaderna beror på. Skriv också om ni inte vet, och hur ni tar reda på det.\"\n  example = \"Av dem som remitteras är två av tre män, medan fler kvinnor än män har varit sjukskrivna längre än ett år.\"\n  mistake = \"”Inga skillnader” utan siffror som visar det.\"\n\n  [[section.field]]\n  id = \"man_kvinnor\"\n  type = \"long_text\"\n  required = true\n\n[[section]]\nid = \"strukturer\"\nnumber = \"5\"\nheading = \"Vilka strukturområden behöver arbetas med inom ramen för långsiktig samverkan?\"\nshort = \"Strukturer\"\n\n  [section.help]\n  good = \"Strukturer är rutiner, mötesplatser och ansvar som ska fungera även när en person byter tjänst. Skriv vilka som saknas och vilka som finns men behöver förstärkas.\"\n  example = \"Saknas: en gemensam rutin för samtycke. Finns: lotsmöten varannan vecka, men Regionen är sällan med.\"\n  mistake = \"Att enskilda medarbetares insatser beskrivs som struktur.\"\n\n  [[section.field]]\n  id = \"strukturer_saknas\"\n  type = \"long_text\"\n  label = \"Strukturer som saknas\"\n  required = true\n\n  [[section.field]]\n  id = \"strukturer_finns\"\n  type = \"long_text\"\n  label = \"Strukturer som finns, men behöver förstärkas\"\n  required = true\n\n[[section]]\nid = \"kompetens_kommun\"\nnumber = \"6\"\nheading = \"Vilka specifika kompetenshöjande insatser finns det behov av på geografisk kommunnivå?\"\nshort = \"Kompetens i kommunen\"\n\n  [section.help]\n  good = \"Vem behöver kunna vad, hos vilka parter, och vad ska det leda till för deltagarna?\"\n  example = \"Handläggare hos alla fyra parter behöver känna till varandras regelverk, två halvdagar under våren.\"\n  mistake = \"En lista över kurser utan att det framgår vilket behov de svarar mot.\"\n\n  [[section.field]]\n  id = \"kompetens_kommun\"\n  type = \"long_text\"\n  required = true\n\n[[section]]\nid = \"kompetens_lan\"\nnumber = \"7\"\nheading = \"Vilka specifika kompetenshöjande insatser finns det behov av på länsnivå?\"\nshort = \"Kompetens i länet\"\n\n  [section.help]\n  good = \"Kompetens som är bättre att ordna gemensamt i länet än i varje kommun för sig.\"\n  example = \"En gemensam utbildning i samtal om funktionsnedsättning för nya lotsar i länet.\"\n  mistake = \"Att svaret på fråga 6 klistras in igen.\"\n\n  [[section.field]]\n  id = \"kompetens_lan\"\n  type = \"long_text\"\n  required = true\n\n[[section]]\nid = \"lotsarenden\"\nheading = \"Lotsärenden (fylls i om området har lots)\"\nshort = \"Lotsärenden\"\n\n  [section.help]\n  good = \"Varje person räknas en gång i varje tabell, så summorna i de två tabellerna ska bli lika. Lämna tabellerna tomma om området saknar lots.\"\n  mistake = \"Att en person som lotsas av två organisationer räknas två gånger.\"\n\n  [[section.field]]\n  id = \"lots_kon\"\n  type = \"table\"\n  label = \"Lotsärenden, kvinnor och män\"\n  corner = \"Organisation\"\n  row = [\n    { id = \"fk\", label = \"Försäkringskassan\" },\n    { id = \"af\", label = \"Arbetsförmedlingen\" },\n    { id = \"kommun\", label = \"Kommunen\" },\n    { id = \"region\", label = \"Regionen\" },\n  ]\n  column = [{ id = \"kvinnor\", label = \"Kvinnor\" }, { id = \"man\", label = \"Män\" }]\n\n  [[section.field]]\n  id = \"lots_alder\"\n  type = \"table\"\n  label = \"Lotsärenden, under och över 30 år\"\n  corner = \"Organisation\"\n  row = [\n    { id = \"fk\", label = \"Försäkringskassan\" },\n    { id = \"af\", label = \"Arbetsförmedlingen\" },\n    { id = \"kommun\", label = \"Kommunen\" },\n    { id = \"region\", label = \"Regionen\" },\n  ]\n  column = [{ id = \"under\", label = \"Under 30 år\" }, { id = \"over\", label = \"Över 30 år\" }]\n\n[[section]]\nid = \"underskrift\"\nheading = \"Underskrift\"\nshort = \"Underskrift\"\n\n  [[section.field]]\n  id = \"ordforande\"\n  type = \"line\"\n  label = \"Underskrift ordförande:\"\n  hint = \"Namnet textas. Namnteckningen skrivs för hand på utskriften.\"\n\n  [[section.field]]\n  id = \"datum\"\n  type = \"date\"\n  label = \"Datum:\"\n"}');
CREATE TABLE search (
        draft_id INTEGER PRIMARY KEY REFERENCES draft ON DELETE CASCADE, change_id INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE value (
        draft_id INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE, path TEXT NOT NULL, value TEXT NOT NULL,
        version INTEGER NOT NULL, PRIMARY KEY (draft_id, path)) WITHOUT ROWID;
INSERT INTO "value" VALUES(1,'_version','2',2);
INSERT INTO "value" VALUES(1,'bakgrund','Vid nulägesanalysen 2020 såg LOKUS att en grupp unga vuxna återkommer hos alla fyra parterna utan att någon har ansvar för helheten. Kommunens arbetsmarknadsenhet räknade till omkring 60 personer mellan 18 och 29 år som hade kontakt med minst tre av parterna under ett och samma halvår. Två av tre hade ingen gemensam planering, och många hade berättat samma sak på fyra ställen.

Parterna har var för sig prövat att lösa detta. Arbetsförmedlingen har haft en särskild handläggare för unga, vårdcentralen har öppnat en samtalsmottagning och Försäkringskassan har bjudit in till avstämningsmöten. Var och en av åtgärderna har hjälpt, men de har inte hängt ihop. När en handläggare har slutat har kontakten brutits, och det har tagit månader innan den har kommit i gång igen.

Erfarenheter från andra län visar att det inte räcker med fler möten. Det som gör skillnad är att någon har i uppdrag att hålla ihop arbetet mellan parterna: en processledare som inte själv har egna ärenden, utan ser till att rutiner finns, att de följs och att de ändras när de inte fungerar. I våra grannkommuner har väntetiden till en första gemensam planering halverats på det sättet.

Behovet skiljer sig åt. Bland männen i gruppen är avbrutna studier vanligast, bland kvinnorna psykisk ohälsa och ansvar för barn. Stödet behöver därför se olika ut och följas upp för kvinnor och män var för sig. En risk med att vänta är att gruppen växer: varje år lämnar omkring tio ungdomar gymnasiet i förtid utan att någon av parterna har ett samlat ansvar för vad som händer sedan. Insatsen kräver samverkan eftersom ingen av parterna ensam råder över de stöd som behövs.',1);
INSERT INTO "value" VALUES(1,'budget/egenfinansiering/lokal/lokalhyra/belopp/alvkarleby','42000',1);
INSERT INTO "value" VALUES(1,'budget/lon/processledare/_plats','i',1);
INSERT INTO "value" VALUES(1,'budget/lon/processledare/belopp/alvkarleby','325000',1);
INSERT INTO "value" VALUES(1,'budget/lon/processledare/benamning','Processledare',1);
INSERT INTO "value" VALUES(1,'budget/lon/processledare/fran','2021-04-01',1);
INSERT INTO "value" VALUES(1,'budget/lon/processledare/till','2021-12-31',1);
INSERT INTO "value" VALUES(1,'budget/lon/processledare/tjanst_procent','75',1);
INSERT INTO "value" VALUES(1,'budget/ovrigt/inkopta_utredningar/belopp/alvkarleby','30000',1);
INSERT INTO "value" VALUES(1,'finansiering','Insatsen söker totalt [[tabell/rekvirera]]. Av det är [[rad/lon/processledare]] lön för en processledare på 75 % inklusive PO-pålägg, och [[rad/ovrigt/inkopta_utredningar]] går till inköpt utbildning för deltagarna. Älvkarleby kommun står själv för lokalhyran, [[tabell/egenfinansiering]] för hela insatstiden. Total kostnad är [[total]].',1);
INSERT INTO "value" VALUES(1,'forankring','Ansökan är framtagen av LOKUS i Älvkarleby med medarbetare från alla fyra parter. Den är behandlad i kommunens ledningsgrupp, av sektionschefen hos Arbetsförmedlingen, av vårdcentralens verksamhetschef och av Försäkringskassans samverkansansvariga, som alla har ställt sig bakom den.',1);
INSERT INTO "value" VALUES(1,'insatsagare/alvkarleby/_plats','i',1);
INSERT INTO "value" VALUES(1,'insatsagare/alvkarleby/epost','arbetsmarknad@alvkarleby.example',1);
INSERT INTO "value" VALUES(1,'insatsagare/alvkarleby/kontaktperson','Enhetschef, arbetsmarknad',1);
INSERT INTO "value" VALUES(1,'insatsagare/alvkarleby/organisation','Älvkarleby kommun',1);
INSERT INTO "value" VALUES(1,'insatsens_namn','Vägen in – processledare för samverkan i Älvkarleby',1);
INSERT INTO "value" VALUES(1,'insatstid/slut','2021-12-31',1);
INSERT INTO "value" VALUES(1,'insatstid/start','2021-04-01',1);
INSERT INTO "value" VALUES(1,'insatstyp','strukturövergripande insats',1);
INSERT INTO "value" VALUES(1,'lokus','ja',1);
INSERT INTO "value" VALUES(1,'lokus/kommentar','Diskuterad i LOKUS 2020-11-16. Reviderad och godkänd i LOKUS 2021-01-20.',1);
INSERT INTO "value" VALUES(1,'mal/effektmal/pj2chg/_plats','i',1);
INSERT INTO "value" VALUES(1,'mal/effektmal/pj2chg/text','Antalet unga vuxna som har haft försörjningsstöd i mer än tio månader är 15 % lägre vid mätningen i kommunens statistik än när insatsen började.',1);
INSERT INTO "value" VALUES(1,'mal/insatsmal/q8eepv/_plats','c',1);
INSERT INTO "value" VALUES(1,'mal/insatsmal/q8eepv/text','Av deltagarna har 25 % börjat arbeta eller studera när insatsen avslutas 2021-12-31.',1);
INSERT INTO "value" VALUES(1,'mal/insatsmal/tjhcmx/_plats','o',1);
INSERT INTO "value" VALUES(1,'mal/insatsmal/tjhcmx/text','Väntetiden från första kontakt till gemensam kartläggning är högst tre veckor i december 2021, mätt på alla nya deltagare.',1);
INSERT INTO "value" VALUES(1,'mal/resultatmal/fi2gub/_plats','c',1);
INSERT INTO "value" VALUES(1,'mal/resultatmal/fi2gub/text','Minst 40 personer har fått en gemensam kartläggning senast 2021-12-31, räknat i Uppföljning Finsam.',1);
INSERT INTO "value" VALUES(1,'mal/resultatmal/j8xbw3/_plats','o',1);
INSERT INTO "value" VALUES(1,'mal/resultatmal/j8xbw3/text','En skriftlig rutin för överlämning mellan de fyra parterna är beslutad av parternas chefer senast 2021-10-31.',1);
INSERT INTO "value" VALUES(1,'malgrupp','Målgruppen är kvinnor och män mellan 18 och 29 år som bor i Älvkarleby kommun och behöver stöd från minst två av de fyra parterna för att komma i arbete eller studier. De har varit utan arbete eller studier i minst sex månader. Omkring 40 personer beräknas delta. Medarbetare hos parterna berörs också, eftersom arbetssättet ändras för dem.',1);
INSERT INTO "value" VALUES(1,'metod','## Processledare

En processledare på 75 % anställs av kommunen och arbetar på uppdrag av alla fyra parter. Processledaren har inga egna ärenden. Uppdraget är att:

- ta emot önskemål om gemensam kartläggning och kalla parterna inom två veckor
- leda de gemensamma mötena och se till att varje deltagare går därifrån med en skriven plan
- följa upp planerna tillsammans med deltagarens kontaktperson efter fyra, åtta och tolv veckor
- samla vad som hindrar samarbetet och lägga fram förslag för LOKUS.

Mötena hålls i kommunens lokaler i Skutskär. Deltagaren bestämmer vilka som ska vara med och vad som får berättas.

## Implementering och implementeringsplan

Redan från början är målet att arbetssättet ska leva vidare utan särskilda medel. Varje part utser därför en medarbetare som arbetar bredvid processledaren en halv dag i veckan och lär sig rutinen. I september provar parterna att hålla mötena själva, med processledaren som stöd. I oktober beslutar cheferna om rutinen och om vem som äger den. Från december ansvarar kommunens arbetsmarknadsenhet för sammankallandet, och de andra parterna har skrivit in deltagandet i sina verksamhetsplaner.

## Införande

Insatsen börjar med en gemensam introduktion för omkring 25 medarbetare. Där går parterna igenom sekretess, samtycke och vad var och en kan erbjuda. Under våren köps utbildning i motiverande samtal och studieteknik in till deltagarna, som ges i grupp vid fyra tillfällen.

## Risker

Den största risken är att medarbetare byts ut och att kunskapen försvinner. Den möts genom att två personer hos varje part lär sig rutinen. En annan risk är att färre remitteras än beräknat. LOKUS följer antalet varje månad och kan då öppna för fler vägar in. En tredje risk är att kvinnor och män får olika stöd utan att det syns. Därför redovisas alla siffror uppdelat, och skillnader tas upp i LOKUS som en egen punkt om jämställdhet.

## Tidsplan

Arbetet följer tidplanen i bilagan: uppstart under andra kvartalet, kartläggning och gemensamma planer under det tredje och överlämning till ordinarie verksamhet under det fjärde.',1);
INSERT INTO "value" VALUES(1,'samverkansparter/af/_plats','9',1);
INSERT INTO "value" VALUES(1,'samverkansparter/af/epost','norduppland@af.example',1);
INSERT INTO "value" VALUES(1,'samverkansparter/af/kontaktperson','Sektionschef, Norduppland',1);
INSERT INTO "value" VALUES(1,'samverkansparter/af/organisation','Arbetsförmedlingen',1);
INSERT INTO "value" VALUES(1,'samverkansparter/fk/_plats','r',1);
INSERT INTO "value" VALUES(1,'samverkansparter/fk/epost','samverkan@fk.example',1);
INSERT INTO "value" VALUES(1,'samverkansparter/fk/kontaktperson','Samverkansansvarig',1);
INSERT INTO "value" VALUES(1,'samverkansparter/fk/organisation','Försäkringskassan',1);
INSERT INTO "value" VALUES(1,'samverkansparter/region/_plats','i',1);
INSERT INTO "value" VALUES(1,'samverkansparter/region/epost','skutskar@region.example',1);
INSERT INTO "value" VALUES(1,'samverkansparter/region/kontaktperson','Verksamhetschef, vårdcentralen Skutskär',1);
INSERT INTO "value" VALUES(1,'samverkansparter/region/organisation','Region Uppsala',1);
INSERT INTO "value" VALUES(1,'syfte','Ett samordnat stöd för unga vuxna.',2);
INSERT INTO "value" VALUES(1,'tidplan/q2/_plats','9',1);
INSERT INTO "value" VALUES(1,'tidplan/q2/etikett','Q2',1);
INSERT INTO "value" VALUES(1,'tidplan/q2/fran','2021-04-01',1);
INSERT INTO "value" VALUES(1,'tidplan/q2/text','Processledaren anställs och introduceras hos de fyra parterna. Styrgruppen inom LOKUS bestämmer hur önskemål om kartläggning ska lämnas och vem som svarar. Blanketter för samtycke tas fram och prövas på fem deltagare.

En gemensam introduktion hålls för omkring 25 medarbetare. Där går parterna igenom sekretess, samtycke och vad var och en kan erbjuda. De första tio kartläggningarna görs i maj och juni. Utbildning för deltagare upphandlas och de två första tillfällena hålls före sommaren. I slutet av juni redovisas antal, väntetider och utfall för LOKUS.',1);
INSERT INTO "value" VALUES(1,'tidplan/q2/till','2021-06-30',1);
INSERT INTO "value" VALUES(1,'tidplan/q3/_plats','i',1);
INSERT INTO "value" VALUES(1,'tidplan/q3/etikett','Q3',1);
INSERT INTO "value" VALUES(1,'tidplan/q3/fran','2021-07-01',1);
INSERT INTO "value" VALUES(1,'tidplan/q3/text','Kartläggningarna fortsätter i jämn takt, omkring fem i månaden. Planerna följs upp efter fyra, åtta och tolv veckor. Deltagare och aktiviteter registreras löpande i Uppföljning Finsam, uppdelat på kvinnor och män.

I augusti träffas kontaktpersonerna en heldag för att gå igenom vad som har fungerat och vad som har hindrat. Ett första utkast till rutin för överlämning skrivs. I september provar parterna att hålla mötena själva, med processledaren som stöd. De två sista utbildningstillfällena för deltagarna hålls. LOKUS går igenom mål, risker och budgetutfall.',1);
INSERT INTO "value" VALUES(1,'tidplan/q3/till','2021-09-30',1);
INSERT INTO "value" VALUES(1,'tidplan/q4/_plats','r',1);
INSERT INTO "value" VALUES(1,'tidplan/q4/etikett','Q4',1);
INSERT INTO "value" VALUES(1,'tidplan/q4/fran','2021-10-01',1);
INSERT INTO "value" VALUES(1,'tidplan/q4/text','Parternas chefer beslutar om rutinen för överlämning senast den sista oktober. Ansvaret för att sammankalla går över till kommunens arbetsmarknadsenhet, och de andra parterna skriver in deltagandet i sina verksamhetsplaner.

Utvärderingen görs med intervjuer av deltagare och medarbetare. Resultaten redovisas för kvinnor och män var för sig. I december hålls ett avslutande seminarium för medarbetare och chefer. Processledaren lämnar över pågående planer till namngivna kontaktpersoner, så att ingen deltagare står utan stöd när insatsen slutar. Slutrapporten lämnas till Samordningsförbundet.',1);
INSERT INTO "value" VALUES(1,'tidplan/q4/till','2021-12-31',1);
INSERT INTO "value" VALUES(1,'underskrifter_insatsagare/alvkarleby/epost','forvaltningschef@alvkarleby.example',1);
INSERT INTO "value" VALUES(1,'underskrifter_insatsagare/alvkarleby/roll','Förvaltningschef',1);
INSERT INTO "value" VALUES(1,'underskrifter_samverkanspart/af/epost','enhetschef@af.example',1);
INSERT INTO "value" VALUES(1,'underskrifter_samverkanspart/af/roll','Enhetschef',1);
INSERT INTO "value" VALUES(1,'underskrifter_samverkanspart/fk/epost','enhetschef@fk.example',1);
INSERT INTO "value" VALUES(1,'underskrifter_samverkanspart/fk/roll','Enhetschef',1);
INSERT INTO "value" VALUES(1,'underskrifter_samverkanspart/region/epost','omradeschef@region.example',1);
INSERT INTO "value" VALUES(1,'underskrifter_samverkanspart/region/roll','Områdeschef',1);
INSERT INTO "value" VALUES(1,'uppfoljning','Deltagare och aktiviteter registreras i Uppföljning Finsam, uppdelat på kvinnor och män. Processledaren redovisar mål, väntetider och budgetutfall för LOKUS varje kvartal. Under oktober till december görs en utvärdering av utbildade utvärderare hos regionen, utan kostnad för insatsen.',1);
INSERT INTO "value" VALUES(2,'_notes/syfte/p9zsje/av','Bertil Berg (Avesta kommun)',1);
INSERT INTO "value" VALUES(2,'_notes/syfte/p9zsje/text','Fråga kommunen',1);
INSERT INTO "value" VALUES(2,'_version','abc',1);
INSERT INTO "value" VALUES(2,'_waived/G99-xx/skal','Bara skäl',1);
INSERT INTO "value" VALUES(2,'_waived/g32_c7933dafd808/namn','Bertil Berg, Avesta kommun',1);
INSERT INTO "value" VALUES(2,'_waived/g32_c7933dafd808/skal','Adressen skrivs så i deras system.',1);
INSERT INTO "value" VALUES(2,'bakgrund','Vid nulägesanalysen 2020 såg LOKUS att en grupp unga vuxna återkommer hos alla fyra parterna utan att någon har ansvar för helheten. Kommunens arbetsmarknadsenhet räknade till omkring 60 personer mellan 18 och 29 år som hade kontakt med minst tre av parterna under ett och samma halvår. Två av tre hade ingen gemensam planering, och många hade berättat samma sak på fyra ställen.

Parterna har var för sig prövat att lösa detta. Arbetsförmedlingen har haft en särskild handläggare för unga, vårdcentralen har öppnat en samtalsmottagning och Försäkringskassan har bjudit in till avstämningsmöten. Var och en av åtgärderna har hjälpt, men de har inte hängt ihop. När en handläggare har slutat har kontakten brutits, och det har tagit månader innan den har kommit i gång igen.

Erfarenheter från andra län visar att det inte räcker med fler möten. Det som gör skillnad är att någon har i uppdrag att hålla ihop arbetet mellan parterna: en processledare som inte själv har egna ärenden, utan ser till att rutiner finns, att de följs och att de ändras när de inte fungerar. I våra grannkommuner har väntetiden till en första gemensam planering halverats på det sättet.

Behovet skiljer sig åt. Bland männen i gruppen är avbrutna studier vanligast, bland kvinnorna psykisk ohälsa och ansvar för barn. Stödet behöver därför se olika ut och följas upp för kvinnor och män var för sig. En risk med att vänta är att gruppen växer: varje år lämnar omkring tio ungdomar gymnasiet i förtid utan att någon av parterna har ett samlat ansvar för vad som händer sedan. Insatsen kräver samverkan eftersom ingen av parterna ensam råder över de stöd som behövs.',1);
INSERT INTO "value" VALUES(2,'budget/egenfinansiering/lokal/lokalhyra/belopp/alvkarleby','42000',1);
INSERT INTO "value" VALUES(2,'budget/lon/processledare/_plats','i',1);
INSERT INTO "value" VALUES(2,'budget/lon/processledare/belopp/alvkarleby','325000',1);
INSERT INTO "value" VALUES(2,'budget/lon/processledare/benamning','Processledare',1);
INSERT INTO "value" VALUES(2,'budget/lon/processledare/fran','2021-04-01',1);
INSERT INTO "value" VALUES(2,'budget/lon/processledare/till','2021-12-31',1);
INSERT INTO "value" VALUES(2,'budget/lon/processledare/tjanst_procent','75',1);
INSERT INTO "value" VALUES(2,'budget/ovrigt/inkopta_utredningar/belopp/alvkarleby','30000',1);
INSERT INTO "value" VALUES(2,'finansiering','Insatsen söker totalt [[tabell/rekvirera]]. Av det är [[rad/lon/processledare]] lön för en processledare på 75 % inklusive PO-pålägg, och [[rad/ovrigt/inkopta_utredningar]] går till inköpt utbildning för deltagarna. Älvkarleby kommun står själv för lokalhyran, [[tabell/egenfinansiering]] för hela insatstiden. Total kostnad är [[total]].',1);
INSERT INTO "value" VALUES(2,'forankring','Ansökan är framtagen av LOKUS i Älvkarleby med medarbetare från alla fyra parter. Den är behandlad i kommunens ledningsgrupp, av sektionschefen hos Arbetsförmedlingen, av vårdcentralens verksamhetschef och av Försäkringskassans samverkansansvariga, som alla har ställt sig bakom den.',1);
INSERT INTO "value" VALUES(2,'insatsagare/alvkarleby/_plats','i',1);
INSERT INTO "value" VALUES(2,'insatsagare/alvkarleby/epost','arbetsmarknad@alvkarleby.example',1);
INSERT INTO "value" VALUES(2,'insatsagare/alvkarleby/kontaktperson','Enhetschef, arbetsmarknad',1);
INSERT INTO "value" VALUES(2,'insatsagare/alvkarleby/organisation','Älvkarleby kommun',1);
INSERT INTO "value" VALUES(2,'insatsens_namn','Vägen in – processledare för samverkan i Älvkarleby',1);
INSERT INTO "value" VALUES(2,'insatstid/slut','2021-12-31',1);
INSERT INTO "value" VALUES(2,'insatstid/start','2021-04-01',1);
INSERT INTO "value" VALUES(2,'insatstyp','strukturövergripande insats',1);
INSERT INTO "value" VALUES(2,'lokus','ja',1);
INSERT INTO "value" VALUES(2,'lokus/kommentar','Diskuterad i LOKUS 2020-11-16. Reviderad och godkänd i LOKUS 2021-01-20.',1);
INSERT INTO "value" VALUES(2,'mal/effektmal/pj2chg/_plats','i',1);
INSERT INTO "value" VALUES(2,'mal/effektmal/pj2chg/text','Antalet unga vuxna som har haft försörjningsstöd i mer än tio månader är 15 % lägre vid mätningen i kommunens statistik än när insatsen började.',1);
INSERT INTO "value" VALUES(2,'mal/insatsmal/q8eepv/_plats','c',1);
INSERT INTO "value" VALUES(2,'mal/insatsmal/q8eepv/text','Av deltagarna har 25 % börjat arbeta eller studera när insatsen avslutas 2021-12-31.',1);
INSERT INTO "value" VALUES(2,'mal/insatsmal/tjhcmx/_plats','o',1);
INSERT INTO "value" VALUES(2,'mal/insatsmal/tjhcmx/text','Väntetiden från första kontakt till gemensam kartläggning är högst tre veckor i december 2021, mätt på alla nya deltagare.',1);
INSERT INTO "value" VALUES(2,'mal/resultatmal/fi2gub/_plats','c',1);
INSERT INTO "value" VALUES(2,'mal/resultatmal/fi2gub/text','Minst 40 personer har fått en gemensam kartläggning senast 2021-12-31, räknat i Uppföljning Finsam.',1);
INSERT INTO "value" VALUES(2,'mal/resultatmal/j8xbw3/_plats','o',1);
INSERT INTO "value" VALUES(2,'mal/resultatmal/j8xbw3/text','En skriftlig rutin för överlämning mellan de fyra parterna är beslutad av parternas chefer senast 2021-10-31.',1);
INSERT INTO "value" VALUES(2,'malgrupp','Målgruppen är kvinnor och män mellan 18 och 29 år som bor i Älvkarleby kommun och behöver stöd från minst två av de fyra parterna för att komma i arbete eller studier. De har varit utan arbete eller studier i minst sex månader. Omkring 40 personer beräknas delta. Medarbetare hos parterna berörs också, eftersom arbetssättet ändras för dem.',1);
INSERT INTO "value" VALUES(2,'metod','## Processledare

En processledare på 75 % anställs av kommunen och arbetar på uppdrag av alla fyra parter. Processledaren har inga egna ärenden. Uppdraget är att:

- ta emot önskemål om gemensam kartläggning och kalla parterna inom två veckor
- leda de gemensamma mötena och se till att varje deltagare går därifrån med en skriven plan
- följa upp planerna tillsammans med deltagarens kontaktperson efter fyra, åtta och tolv veckor
- samla vad som hindrar samarbetet och lägga fram förslag för LOKUS.

Mötena hålls i kommunens lokaler i Skutskär. Deltagaren bestämmer vilka som ska vara med och vad som får berättas.

## Implementering och implementeringsplan

Redan från början är målet att arbetssättet ska leva vidare utan särskilda medel. Varje part utser därför en medarbetare som arbetar bredvid processledaren en halv dag i veckan och lär sig rutinen. I september provar parterna att hålla mötena själva, med processledaren som stöd. I oktober beslutar cheferna om rutinen och om vem som äger den. Från december ansvarar kommunens arbetsmarknadsenhet för sammankallandet, och de andra parterna har skrivit in deltagandet i sina verksamhetsplaner.

## Införande

Insatsen börjar med en gemensam introduktion för omkring 25 medarbetare. Där går parterna igenom sekretess, samtycke och vad var och en kan erbjuda. Under våren köps utbildning i motiverande samtal och studieteknik in till deltagarna, som ges i grupp vid fyra tillfällen.

## Risker

Den största risken är att medarbetare byts ut och att kunskapen försvinner. Den möts genom att två personer hos varje part lär sig rutinen. En annan risk är att färre remitteras än beräknat. LOKUS följer antalet varje månad och kan då öppna för fler vägar in. En tredje risk är att kvinnor och män får olika stöd utan att det syns. Därför redovisas alla siffror uppdelat, och skillnader tas upp i LOKUS som en egen punkt om jämställdhet.

## Tidsplan

Arbetet följer tidplanen i bilagan: uppstart under andra kvartalet, kartläggning och gemensamma planer under det tredje och överlämning till ordinarie verksamhet under det fjärde.',1);
INSERT INTO "value" VALUES(2,'samverkansparter/af/_plats','9',1);
INSERT INTO "value" VALUES(2,'samverkansparter/af/epost','norduppland @af.example',2);
INSERT INTO "value" VALUES(2,'samverkansparter/af/kontaktperson','Sektionschef, Norduppland',1);
INSERT INTO "value" VALUES(2,'samverkansparter/af/organisation','Arbetsförmedlingen',1);
INSERT INTO "value" VALUES(2,'samverkansparter/fk/_plats','r',1);
INSERT INTO "value" VALUES(2,'samverkansparter/fk/epost','samverkan@fk.example',1);
INSERT INTO "value" VALUES(2,'samverkansparter/fk/kontaktperson','Samverkansansvarig',1);
INSERT INTO "value" VALUES(2,'samverkansparter/fk/organisation','Försäkringskassan',1);
INSERT INTO "value" VALUES(2,'samverkansparter/region/_plats','i',1);
INSERT INTO "value" VALUES(2,'samverkansparter/region/epost','skutskar@region.example',1);
INSERT INTO "value" VALUES(2,'samverkansparter/region/kontaktperson','Verksamhetschef, vårdcentralen Skutskär',1);
INSERT INTO "value" VALUES(2,'samverkansparter/region/organisation','Region Uppsala',1);
INSERT INTO "value" VALUES(2,'syfte','Syftet är att unga vuxna i Älvkarleby kommun som står långt från arbete och studier ska få ett samordnat stöd i rätt tid, i stället för flera stöd i följd. De fyra parterna ska ha en gemensam väg in, en gemensam kartläggning och en plan som alla arbetar efter. Insatsen ska lämna efter sig ett arbetssätt som parterna kan driva vidare i sin ordinarie verksamhet, på lika villkor för kvinnor och män.',1);
INSERT INTO "value" VALUES(2,'tidplan/q2/_plats','9',1);
INSERT INTO "value" VALUES(2,'tidplan/q2/etikett','Q2',1);
INSERT INTO "value" VALUES(2,'tidplan/q2/fran','2021-04-01',1);
INSERT INTO "value" VALUES(2,'tidplan/q2/text','Processledaren anställs och introduceras hos de fyra parterna. Styrgruppen inom LOKUS bestämmer hur önskemål om kartläggning ska lämnas och vem som svarar. Blanketter för samtycke tas fram och prövas på fem deltagare.

En gemensam introduktion hålls för omkring 25 medarbetare. Där går parterna igenom sekretess, samtycke och vad var och en kan erbjuda. De första tio kartläggningarna görs i maj och juni. Utbildning för deltagare upphandlas och de två första tillfällena hålls före sommaren. I slutet av juni redovisas antal, väntetider och utfall för LOKUS.',1);
INSERT INTO "value" VALUES(2,'tidplan/q2/till','2021-06-30',1);
INSERT INTO "value" VALUES(2,'tidplan/q3/_plats','i',1);
INSERT INTO "value" VALUES(2,'tidplan/q3/etikett','Q3',1);
INSERT INTO "value" VALUES(2,'tidplan/q3/fran','2021-07-01',1);
INSERT INTO "value" VALUES(2,'tidplan/q3/text','Kartläggningarna fortsätter i jämn takt, omkring fem i månaden. Planerna följs upp efter fyra, åtta och tolv veckor. Deltagare och aktiviteter registreras löpande i Uppföljning Finsam, uppdelat på kvinnor och män.

I augusti träffas kontaktpersonerna en heldag för att gå igenom vad som har fungerat och vad som har hindrat. Ett första utkast till rutin för överlämning skrivs. I september provar parterna att hålla mötena själva, med processledaren som stöd. De två sista utbildningstillfällena för deltagarna hålls. LOKUS går igenom mål, risker och budgetutfall.',1);
INSERT INTO "value" VALUES(2,'tidplan/q3/till','2021-09-30',1);
INSERT INTO "value" VALUES(2,'tidplan/q4/_plats','r',1);
INSERT INTO "value" VALUES(2,'tidplan/q4/etikett','Q4',1);
INSERT INTO "value" VALUES(2,'tidplan/q4/fran','2021-10-01',1);
INSERT INTO "value" VALUES(2,'tidplan/q4/text','Parternas chefer beslutar om rutinen för överlämning senast den sista oktober. Ansvaret för att sammankalla går över till kommunens arbetsmarknadsenhet, och de andra parterna skriver in deltagandet i sina verksamhetsplaner.

Utvärderingen görs med intervjuer av deltagare och medarbetare. Resultaten redovisas för kvinnor och män var för sig. I december hålls ett avslutande seminarium för medarbetare och chefer. Processledaren lämnar över pågående planer till namngivna kontaktpersoner, så att ingen deltagare står utan stöd när insatsen slutar. Slutrapporten lämnas till Samordningsförbundet.',1);
INSERT INTO "value" VALUES(2,'tidplan/q4/till','2021-12-31',1);
INSERT INTO "value" VALUES(2,'underskrifter_insatsagare/alvkarleby/epost','forvaltningschef@alvkarleby.example',1);
INSERT INTO "value" VALUES(2,'underskrifter_insatsagare/alvkarleby/roll','Förvaltningschef',1);
INSERT INTO "value" VALUES(2,'underskrifter_samverkanspart/af/epost','enhetschef@af.example',1);
INSERT INTO "value" VALUES(2,'underskrifter_samverkanspart/af/roll','Enhetschef',1);
INSERT INTO "value" VALUES(2,'underskrifter_samverkanspart/fk/epost','enhetschef@fk.example',1);
INSERT INTO "value" VALUES(2,'underskrifter_samverkanspart/fk/roll','Enhetschef',1);
INSERT INTO "value" VALUES(2,'underskrifter_samverkanspart/region/epost','omradeschef@region.example',1);
INSERT INTO "value" VALUES(2,'underskrifter_samverkanspart/region/roll','Områdeschef',1);
INSERT INTO "value" VALUES(2,'uppfoljning','Deltagare och aktiviteter registreras i Uppföljning Finsam, uppdelat på kvinnor och män. Processledaren redovisar mål, väntetider och budgetutfall för LOKUS varje kvartal. Under oktober till december görs en utvärdering av utbildade utvärderare hos regionen, utan kostnad för insatsen.',1);
INSERT INTO "value" VALUES(3,'_inlast','{"grupp/lon": 326000, "tabell/rekvirera": 355000, "total": 397000, "grupp/ovrigt": 30000, "grupp/egenfinansiering/lokal": 42000, "tabell/egenfinansiering": 42000}',1);
INSERT INTO "value" VALUES(3,'bakgrund','Vid nulägesanalysen 2020 såg LOKUS att en grupp unga vuxna återkommer hos alla fyra parterna utan att någon har ansvar för helheten. Kommunens arbetsmarknadsenhet räknade till omkring 60 personer mellan 18 och 29 år som hade kontakt med minst tre av parterna under ett och samma halvår. Två av tre hade ingen gemensam planering, och många hade berättat samma sak på fyra ställen.

Parterna har var för sig prövat att lösa detta. Arbetsförmedlingen har haft en särskild handläggare för unga, vårdcentralen har öppnat en samtalsmottagning och Försäkringskassan har bjudit in till avstämningsmöten. Var och en av åtgärderna har hjälpt, men de har inte hängt ihop. När en handläggare har slutat har kontakten brutits, och det har tagit månader innan den har kommit i gång igen.

Erfarenheter från andra län visar att det inte räcker med fler möten. Det som gör skillnad är att någon har i uppdrag att hålla ihop arbetet mellan parterna: en processledare som inte själv har egna ärenden, utan ser till att rutiner finns, att de följs och att de ändras när de inte fungerar. I våra grannkommuner har väntetiden till en första gemensam planering halverats på det sättet.

Behovet skiljer sig åt. Bland männen i gruppen är avbrutna studier vanligast, bland kvinnorna psykisk ohälsa och ansvar för barn. Stödet behöver därför se olika ut och följas upp för kvinnor och män var för sig. En risk med att vänta är att gruppen växer: varje år lämnar omkring tio ungdomar gymnasiet i förtid utan att någon av parterna har ett samlat ansvar för vad som händer sedan. Insatsen kräver samverkan eftersom ingen av parterna ensam råder över de stöd som behövs.',1);
INSERT INTO "value" VALUES(3,'budget/egenfinansiering/lokal/lokalhyra/belopp/alvkarleby','42000',1);
INSERT INTO "value" VALUES(3,'budget/lon/processledare/_plats','i',1);
INSERT INTO "value" VALUES(3,'budget/lon/processledare/belopp/alvkarleby','325000',1);
INSERT INTO "value" VALUES(3,'budget/lon/processledare/benamning','Processledare',1);
INSERT INTO "value" VALUES(3,'budget/lon/processledare/fran','2021-04-01',1);
INSERT INTO "value" VALUES(3,'budget/lon/processledare/till','2021-12-31',1);
INSERT INTO "value" VALUES(3,'budget/lon/processledare/tjanst_procent','75',1);
INSERT INTO "value" VALUES(3,'budget/ovrigt/inkopta_utredningar/belopp/alvkarleby','30000',1);
INSERT INTO "value" VALUES(3,'finansiering','Insatsen söker totalt [[tabell/rekvirera]]. Av det är [[rad/lon/processledare]] lön för en processledare på 75 % inklusive PO-pålägg, och [[rad/ovrigt/inkopta_utredningar]] går till inköpt utbildning för deltagarna. Älvkarleby kommun står själv för lokalhyran, [[tabell/egenfinansiering]] för hela insatstiden. Total kostnad är [[total]].',1);
INSERT INTO "value" VALUES(3,'forankring','Ansökan är framtagen av LOKUS i Älvkarleby med medarbetare från alla fyra parter. Den är behandlad i kommunens ledningsgrupp, av sektionschefen hos Arbetsförmedlingen, av vårdcentralens verksamhetschef och av Försäkringskassans samverkansansvariga, som alla har ställt sig bakom den.',1);
INSERT INTO "value" VALUES(3,'insatsagare/alvkarleby/_plats','i',1);
INSERT INTO "value" VALUES(3,'insatsagare/alvkarleby/epost','arbetsmarknad@alvkarleby.example',1);
INSERT INTO "value" VALUES(3,'insatsagare/alvkarleby/kontaktperson','Enhetschef, arbetsmarknad',1);
INSERT INTO "value" VALUES(3,'insatsagare/alvkarleby/organisation','Älvkarleby kommun',1);
INSERT INTO "value" VALUES(3,'insatsens_namn','Vägen in – processledare för samverkan i Älvkarleby',1);
INSERT INTO "value" VALUES(3,'insatstid/slut','2021-12-31',1);
INSERT INTO "value" VALUES(3,'insatstid/start','2021-04-01',1);
INSERT INTO "value" VALUES(3,'insatstyp','strukturövergripande insats',1);
INSERT INTO "value" VALUES(3,'lokus','ja',1);
INSERT INTO "value" VALUES(3,'lokus/kommentar','Diskuterad i LOKUS 2020-11-16. Reviderad och godkänd i LOKUS 2021-01-20.',1);
INSERT INTO "value" VALUES(3,'mal/effektmal/pj2chg/_plats','i',1);
INSERT INTO "value" VALUES(3,'mal/effektmal/pj2chg/text','Antalet unga vuxna som har haft försörjningsstöd i mer än tio månader är 15 % lägre vid mätningen i kommunens statistik än när insatsen började.',1);
INSERT INTO "value" VALUES(3,'mal/insatsmal/q8eepv/_plats','c',1);
INSERT INTO "value" VALUES(3,'mal/insatsmal/q8eepv/text','Av deltagarna har 25 % börjat arbeta eller studera när insatsen avslutas 2021-12-31.',1);
INSERT INTO "value" VALUES(3,'mal/insatsmal/tjhcmx/_plats','o',1);
INSERT INTO "value" VALUES(3,'mal/insatsmal/tjhcmx/text','Väntetiden från första kontakt till gemensam kartläggning är högst tre veckor i december 2021, mätt på alla nya deltagare.',1);
INSERT INTO "value" VALUES(3,'mal/resultatmal/fi2gub/_plats','c',1);
INSERT INTO "value" VALUES(3,'mal/resultatmal/fi2gub/text','Minst 40 personer har fått en gemensam kartläggning senast 2021-12-31, räknat i Uppföljning Finsam.',1);
INSERT INTO "value" VALUES(3,'mal/resultatmal/j8xbw3/_plats','o',1);
INSERT INTO "value" VALUES(3,'mal/resultatmal/j8xbw3/text','En skriftlig rutin för överlämning mellan de fyra parterna är beslutad av parternas chefer senast 2021-10-31.',1);
INSERT INTO "value" VALUES(3,'malgrupp','Målgruppen är kvinnor och män mellan 18 och 29 år som bor i Älvkarleby kommun och behöver stöd från minst två av de fyra parterna för att komma i arbete eller studier. De har varit utan arbete eller studier i minst sex månader. Omkring 40 personer beräknas delta. Medarbetare hos parterna berörs också, eftersom arbetssättet ändras för dem.',1);
INSERT INTO "value" VALUES(3,'metod','## Processledare

En processledare på 75 % anställs av kommunen och arbetar på uppdrag av alla fyra parter. Processledaren har inga egna ärenden. Uppdraget är att:

- ta emot önskemål om gemensam kartläggning och kalla parterna inom två veckor
- leda de gemensamma mötena och se till att varje deltagare går därifrån med en skriven plan
- följa upp planerna tillsammans med deltagarens kontaktperson efter fyra, åtta och tolv veckor
- samla vad som hindrar samarbetet och lägga fram förslag för LOKUS.

Mötena hålls i kommunens lokaler i Skutskär. Deltagaren bestämmer vilka som ska vara med och vad som får berättas.

## Implementering och implementeringsplan

Redan från början är målet att arbetssättet ska leva vidare utan särskilda medel. Varje part utser därför en medarbetare som arbetar bredvid processledaren en halv dag i veckan och lär sig rutinen. I september provar parterna att hålla mötena själva, med processledaren som stöd. I oktober beslutar cheferna om rutinen och om vem som äger den. Från december ansvarar kommunens arbetsmarknadsenhet för sammankallandet, och de andra parterna har skrivit in deltagandet i sina verksamhetsplaner.

## Införande

Insatsen börjar med en gemensam introduktion för omkring 25 medarbetare. Där går parterna igenom sekretess, samtycke och vad var och en kan erbjuda. Under våren köps utbildning i motiverande samtal och studieteknik in till deltagarna, som ges i grupp vid fyra tillfällen.

## Risker

Den största risken är att medarbetare byts ut och att kunskapen försvinner. Den möts genom att två personer hos varje part lär sig rutinen. En annan risk är att färre remitteras än beräknat. LOKUS följer antalet varje månad och kan då öppna för fler vägar in. En tredje risk är att kvinnor och män får olika stöd utan att det syns. Därför redovisas alla siffror uppdelat, och skillnader tas upp i LOKUS som en egen punkt om jämställdhet.

## Tidsplan

Arbetet följer tidplanen i bilagan: uppstart under andra kvartalet, kartläggning och gemensamma planer under det tredje och överlämning till ordinarie verksamhet under det fjärde.',1);
INSERT INTO "value" VALUES(3,'samverkansparter/af/_plats','9',1);
INSERT INTO "value" VALUES(3,'samverkansparter/af/epost','norduppland@af.example',1);
INSERT INTO "value" VALUES(3,'samverkansparter/af/kontaktperson','Sektionschef, Norduppland',1);
INSERT INTO "value" VALUES(3,'samverkansparter/af/organisation','Arbetsförmedlingen',1);
INSERT INTO "value" VALUES(3,'samverkansparter/fk/_plats','r',1);
INSERT INTO "value" VALUES(3,'samverkansparter/fk/epost','samverkan@fk.example',1);
INSERT INTO "value" VALUES(3,'samverkansparter/fk/kontaktperson','Samverkansansvarig',1);
INSERT INTO "value" VALUES(3,'samverkansparter/fk/organisation','Försäkringskassan',1);
INSERT INTO "value" VALUES(3,'samverkansparter/region/_plats','i',1);
INSERT INTO "value" VALUES(3,'samverkansparter/region/epost','skutskar@region.example',1);
INSERT INTO "value" VALUES(3,'samverkansparter/region/kontaktperson','Verksamhetschef, vårdcentralen Skutskär',1);
INSERT INTO "value" VALUES(3,'samverkansparter/region/organisation','Region Uppsala',1);
INSERT INTO "value" VALUES(3,'syfte','Syftet är att unga vuxna i Älvkarleby kommun som står långt från arbete och studier ska få ett samordnat stöd i rätt tid, i stället för flera stöd i följd. De fyra parterna ska ha en gemensam väg in, en gemensam kartläggning och en plan som alla arbetar efter. Insatsen ska lämna efter sig ett arbetssätt som parterna kan driva vidare i sin ordinarie verksamhet, på lika villkor för kvinnor och män.',1);
INSERT INTO "value" VALUES(3,'tidplan/q2/_plats','9',1);
INSERT INTO "value" VALUES(3,'tidplan/q2/etikett','Q2',1);
INSERT INTO "value" VALUES(3,'tidplan/q2/fran','2021-04-01',1);
INSERT INTO "value" VALUES(3,'tidplan/q2/text','Processledaren anställs och introduceras hos de fyra parterna. Styrgruppen inom LOKUS bestämmer hur önskemål om kartläggning ska lämnas och vem som svarar. Blanketter för samtycke tas fram och prövas på fem deltagare.

En gemensam introduktion hålls för omkring 25 medarbetare. Där går parterna igenom sekretess, samtycke och vad var och en kan erbjuda. De första tio kartläggningarna görs i maj och juni. Utbildning för deltagare upphandlas och de två första tillfällena hålls före sommaren. I slutet av juni redovisas antal, väntetider och utfall för LOKUS.',1);
INSERT INTO "value" VALUES(3,'tidplan/q2/till','2021-06-30',1);
INSERT INTO "value" VALUES(3,'tidplan/q3/_plats','i',1);
INSERT INTO "value" VALUES(3,'tidplan/q3/etikett','Q3',1);
INSERT INTO "value" VALUES(3,'tidplan/q3/fran','2021-07-01',1);
INSERT INTO "value" VALUES(3,'tidplan/q3/text','Kartläggningarna fortsätter i jämn takt, omkring fem i månaden. Planerna följs upp efter fyra, åtta och tolv veckor. Deltagare och aktiviteter registreras löpande i Uppföljning Finsam, uppdelat på kvinnor och män.

I augusti träffas kontaktpersonerna en heldag för att gå igenom vad som har fungerat och vad som har hindrat. Ett första utkast till rutin för överlämning skrivs. I september provar parterna att hålla mötena själva, med processledaren som stöd. De två sista utbildningstillfällena för deltagarna hålls. LOKUS går igenom mål, risker och budgetutfall.',1);
INSERT INTO "value" VALUES(3,'tidplan/q3/till','2021-09-30',1);
INSERT INTO "value" VALUES(3,'tidplan/q4/_plats','r',1);
INSERT INTO "value" VALUES(3,'tidplan/q4/etikett','Q4',1);
INSERT INTO "value" VALUES(3,'tidplan/q4/fran','2021-10-01',1);
INSERT INTO "value" VALUES(3,'tidplan/q4/text','Parternas chefer beslutar om rutinen för överlämning senast den sista oktober. Ansvaret för att sammankalla går över till kommunens arbetsmarknadsenhet, och de andra parterna skriver in deltagandet i sina verksamhetsplaner.

Utvärderingen görs med intervjuer av deltagare och medarbetare. Resultaten redovisas för kvinnor och män var för sig. I december hålls ett avslutande seminarium för medarbetare och chefer. Processledaren lämnar över pågående planer till namngivna kontaktpersoner, så att ingen deltagare står utan stöd när insatsen slutar. Slutrapporten lämnas till Samordningsförbundet.',1);
INSERT INTO "value" VALUES(3,'tidplan/q4/till','2021-12-31',1);
INSERT INTO "value" VALUES(3,'underskrifter_insatsagare/alvkarleby/epost','forvaltningschef@alvkarleby.example',1);
INSERT INTO "value" VALUES(3,'underskrifter_insatsagare/alvkarleby/roll','Förvaltningschef',1);
INSERT INTO "value" VALUES(3,'underskrifter_samverkanspart/af/epost','enhetschef@af.example',1);
INSERT INTO "value" VALUES(3,'underskrifter_samverkanspart/af/roll','Enhetschef',1);
INSERT INTO "value" VALUES(3,'underskrifter_samverkanspart/fk/epost','enhetschef@fk.example',1);
INSERT INTO "value" VALUES(3,'underskrifter_samverkanspart/fk/roll','Enhetschef',1);
INSERT INTO "value" VALUES(3,'underskrifter_samverkanspart/region/epost','omradeschef@region.example',1);
INSERT INTO "value" VALUES(3,'underskrifter_samverkanspart/region/roll','Områdeschef',1);
INSERT INTO "value" VALUES(3,'uppfoljning','Deltagare och aktiviteter registreras i Uppföljning Finsam, uppdelat på kvinnor och män. Processledaren redovisar mål, väntetider och budgetutfall för LOKUS varje kvartal. Under oktober till december görs en utvärdering av utbildade utvärderare hos regionen, utan kostnad för insatsen.',1);
INSERT INTO "value" VALUES(4,'_titel','Nulägesanalys Norduppland',1);
CREATE INDEX draft_changed ON draft (binned, changed DESC, id);
CREATE INDEX draft_title ON draft (binned, title COLLATE NOCASE, id);
CREATE INDEX draft_mall ON draft (binned, mall_title, changed DESC, id);
CREATE UNIQUE INDEX change_op ON change (draft_id, op, path);
CREATE INDEX change_path ON change (draft_id, path, version);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('draft',4);
INSERT INTO "sqlite_sequence" VALUES('change',222);
COMMIT;