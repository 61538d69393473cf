"""What in a file acts or looks otherwise elsewhere, wherever it hangs."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from documents.seal.actions import TooMuchError, acting_links, behaviour_of

SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def page_of(pdf: pikepdf.Pdf, *notes: pikepdf.Object) -> pikepdf.Pdf:
    page = pdf.add_blank_page()
    page.Annots = Array([pdf.make_indirect(note) for note in notes])
    return pdf


def link(**entries: object) -> pikepdf.Object:
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], **entries)


def test_a_plain_page_does_nothing() -> None:
    found = behaviour_of(page_of(pikepdf.new()))
    assert (found.acts, found.elsewhere, found.layered) == (set(), set(), False)


@pytest.mark.parametrize("where", ["page", "chain", "field", "names"])
def test_a_script_is_found_wherever_it_hangs(where: str) -> None:
    pdf = page_of(pikepdf.new())
    if where == "page":
        pdf.pages[0].AA = Dictionary(O=SCRIPT)
    elif where == "chain":
        pdf.Root.OpenAction = Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]), Next=Array([SCRIPT]))
    elif where == "field":
        pdf.Root.AcroForm = Dictionary(Fields=Array([Dictionary(T=String("a"), Kids=Array([Dictionary(A=SCRIPT)]))]))
    else:
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), SCRIPT])))
    assert "JavaScript" in behaviour_of(pdf).acts


def test_the_name_of_a_role_in_the_structure_is_no_action() -> None:
    pdf = page_of(pikepdf.new())
    pdf.Root.StructTreeRoot = Dictionary(K=Dictionary(S=Name.Sound, P=Dictionary(), Type=Name.StructElem))
    assert behaviour_of(pdf).acts == set()


@pytest.mark.parametrize("value", [Name.Identity, Name.Default])
def test_a_transfer_that_changes_nothing_is_none(value: pikepdf.Object) -> None:
    pdf = page_of(pikepdf.new())
    pdf.pages[0].Resources = Dictionary(ExtGState=Dictionary(G=Dictionary(TR=value)))
    assert behaviour_of(pdf).elsewhere == set()


def test_a_link_within_the_document_is_quiet_and_others_are_named() -> None:
    away = Dictionary(S=Name.URI, URI=String("https://example.com"))
    inside = Dictionary(S=Name.GoTo, D=Array([]))
    pdf = page_of(
        pikepdf.new(),
        link(Border=[0, 0, 0], A=inside),
        link(BS=Dictionary(W=0)),
        Dictionary(Type=Name.Annot, Subtype=Name.Popup, Rect=[0, 0, 9, 9]),
    )
    assert list(acting_links(pdf)) == []
    pdf = page_of(pikepdf.new(), link(Border=[0, 0, 0], A=away), link(), link(Border=[0, 0, 0], AP=Dictionary()))
    assert list(acting_links(pdf)) == [(0, "Link")] * 3


def test_a_file_with_endless_entries_is_not_looked_through() -> None:
    pdf = page_of(pikepdf.new())
    deep = Dictionary()
    for _ in range(60):
        deep = Dictionary(K=deep)
    pdf.Root.Deep = deep
    with pytest.raises(TooMuchError):
        behaviour_of(pdf)
