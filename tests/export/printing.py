"""Paper for the tests: printed as the program does it, and looked at by a validator each time."""

from page import ValidationProfile, validate_pdf_bytes

from finsam_forms.export import printing

PROFILES = (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_3A)


def pdf(document, stamp, **how):
    data = printing.pdf(document, stamp, **how)
    assert faults(data) == []
    return data


def faults(data):
    """What `page-validation` says of a file that is to be open to all, and one to keep."""
    found = (validate_pdf_bytes(data, profile=profile) for profile in PROFILES)
    return [f"{one.rule_id}: {one.message}" for report in found for one in report.failures]
