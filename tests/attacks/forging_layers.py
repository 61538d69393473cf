"""Forgeries in what lies over the page or is switched on and off: annotations, form fields, layers, scripts."""

from pikepdf import Array, Dictionary, Name, String

from documents.fonts import Face
from tests.attacks.cases import ADDED, CHANGED, Base, case, target
from tests.attacks.faces import outlines
from tests.attacks.forging_cover import curves, image_object, patch, picture_of, place_of
from tests.attacks.sheet import Run, Sheet


def annotate(sheet: Sheet, subtype: str, run: Run, drawn: bytes, **entries: object) -> None:
    """An annotation over a run whose appearance is what the forger draws."""
    x, y, wide, high = run.box()
    rect = [x - 6, y, x + wide, y + high]
    look = sheet.form("/Look", drawn, Matrix=[1, 0, 0, 1, 0, 0])
    look.BBox = rect
    note = Dictionary(Type=Name.Annot, Subtype=Name(subtype), Rect=rect, F=4, AP=Dictionary(N=look), **entries)
    if "/Annots" not in sheet.page:
        sheet.page.Annots = Array([])
    sheet.page.Annots.append(sheet.pdf.make_indirect(note))


def _annotated(base: Base, case: str, subtype: str, **entries: object) -> bytes:
    sheet = base.sheet()
    run, text = target(base, sheet, case)
    annotate(sheet, subtype, run, patch(run) + b" " + curves(run, text), **entries)
    return sheet.save()


@case("attack", "free-text annotation", CHANGED)
def free_text_over_an_amount(base: Base) -> bytes:
    return _annotated(base, "free_text_over_an_amount", "/FreeText", DA=String("/Helv 9 Tf 0 g"), Contents=String("."))


@case("attack", "free-text annotation", CHANGED)
def free_text_without_appearance(base: Base) -> bytes:
    """Only a colour and words: each viewer draws them itself."""
    sheet = base.sheet()
    run, text = target(base, sheet, "free_text_without_appearance")
    annotate(
        sheet,
        "/FreeText",
        run,
        b"",
        DA=String(f"0 0 0 rg /Helv {run.size} Tf"),
        Contents=String(text),
        C=[1, 1, 1],
        Q=2,
    )
    del sheet.page.Annots[0].AP
    return sheet.save()


@case("attack", "stamp annotation", CHANGED)
def stamp_over_an_amount(base: Base) -> bytes:
    """A stamp whose appearance is a picture of the other amount."""
    sheet = base.sheet()
    run, text = target(base, sheet, "stamp_over_an_amount")
    sheet.resource("/XObject", "/Im9", image_object(sheet.pdf, picture_of(run, text)))
    annotate(sheet, "/Stamp", run, f"q {place_of(run)} /Im9 Do Q".encode(), Name=Name.Approved)
    return sheet.save()


@case("attack", "stamp annotation", CHANGED)
def highlight_that_lies(base: Base) -> bytes:
    """It calls itself a highlight; its appearance is a patch and another amount."""
    return _annotated(base, "highlight_that_lies", "/Highlight", QuadPoints=[0, 0, 1, 0, 0, 1, 1, 1], C=[1, 1, 0])


@case("attack", "stamp annotation", CHANGED)
def unheard_of_annotation(base: Base) -> bytes:
    """A subtype that nobody knows is drawn all the same."""
    return _annotated(base, "unheard_of_annotation", "/Chasqui")


@case("attack", "widget", CHANGED)
def field_over_an_amount(base: Base) -> bytes:
    sheet = base.sheet()
    run, text = target(base, sheet, "field_over_an_amount")
    drawn = b"/Tx BMC " + patch(run) + b" " + curves(run, text) + b" EMC"
    annotate(sheet, "/Widget", run, drawn, FT=Name.Tx, T=String("neto"), V=String(text), DA=String("/Helv 9 Tf 0 g"))
    sheet.pdf.Root.AcroForm = Dictionary(Fields=[sheet.page.Annots[0]], DA=String("/Helv 9 Tf 0 g"))
    return sheet.save()


@case("attack", "widget", CHANGED)
def field_that_viewers_draw(base: Base) -> bytes:
    """No appearance, white ground and NeedAppearances: the viewer draws the amount when the file is opened."""
    sheet = base.sheet()
    run, text = target(base, sheet, "field_that_viewers_draw")
    look = Dictionary(BG=[1, 1, 1])
    annotate(
        sheet, "/Widget", run, b"", FT=Name.Tx, T=String("neto"), V=String(text), MK=look, Q=2,
        DA=String(f"/Helv {run.size} Tf 0 g"),
    )  # fmt: skip
    del sheet.page.Annots[0].AP
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    sheet.pdf.Root.AcroForm = Dictionary(
        Fields=[sheet.page.Annots[0]], NeedAppearances=True, DR=Dictionary(Font=Dictionary(Helv=helvetica))
    )
    return sheet.save()


@case("attack", "annotation flags", ADDED, why="on the screen every signed value is true; on paper it is not")
def note_that_only_prints(base: Base) -> bytes:
    """NoView and Print: the screen shows the true amount, the printer the other."""
    sheet = base.sheet()
    run, text = target(base, sheet, "note_that_only_prints")
    annotate(sheet, "/Stamp", run, patch(run) + b" " + curves(run, text))
    sheet.page.Annots[0].F = 4 + 32
    return sheet.save()


@case("attack", "annotation flags", CHANGED, why="on the screen the amount is false, on paper it is true")
def note_that_never_prints(base: Base) -> bytes:
    sheet = base.sheet()
    run, text = target(base, sheet, "note_that_never_prints")
    annotate(sheet, "/Stamp", run, patch(run) + b" " + curves(run, text))
    sheet.page.Annots[0].F = 0
    return sheet.save()


@case("attack", "annotation flags", ADDED, why="the other look appears under the mouse or when a script asks for it")
def note_with_two_looks(base: Base) -> bytes:
    """Hidden now, with a script that shows it."""
    sheet = base.sheet()
    run, text = target(base, sheet, "note_with_two_looks")
    drawn = patch(run) + b" " + curves(run, text)
    annotate(sheet, "/Widget", run, drawn, FT=Name.Btn, Ff=65536, T=String("b"))
    sheet.page.Annots[0].F = 2
    sheet.pdf.Root.AcroForm = Dictionary(Fields=[sheet.page.Annots[0]])
    script = "this.getField('b').display = display.visible;"
    sheet.pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(script))
    return sheet.save()


def _layer(sheet: Sheet, name: str, **usage: object) -> Dictionary:
    """A layer of the document, known to its page as /L0, /L1..."""
    group = sheet.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name), **usage))
    resources = sheet.page.Resources
    if "/Properties" not in resources:
        resources.Properties = Dictionary()
        default = Dictionary(ON=Array([]), OFF=Array([]), Order=Array([]))
        sheet.pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=default)
    resources.Properties[f"/L{len(resources.Properties)}"] = group
    sheet.pdf.Root.OCProperties.OCGs.append(group)
    return group


@case("attack", "optional-content layer", CHANGED)
def layer_over_an_amount(base: Base) -> bytes:
    sheet = base.sheet()
    run, text = target(base, sheet, "layer_over_an_amount")
    _layer(sheet, "Capa 1")
    sheet.append(b"/OC /L0 BDC " + patch(run) + b" " + curves(run, text) + b" EMC")
    return sheet.save()


@case("attack", "optional-content layer", CHANGED)
def true_amount_in_a_layer_that_is_off(base: Base) -> bytes:
    sheet = base.sheet()
    run, text = target(base, sheet, "true_amount_in_a_layer_that_is_off")
    group = _layer(sheet, "Capa 1")
    sheet.pdf.Root.OCProperties.D.OFF.append(group)
    sheet.wrap(run, b"/OC /L0 BDC", b"EMC")
    sheet.append(curves(run, text))
    return sheet.save()


@case("attack", "optional-content layer", ADDED, why="the layer is off on the screen and on when printed")
def layer_that_only_prints(base: Base) -> bytes:
    sheet = base.sheet()
    run, text = target(base, sheet, "layer_that_only_prints")
    usage = Dictionary(Print=Dictionary(PrintState=Name.ON), View=Dictionary(ViewState=Name.OFF))
    group = _layer(sheet, "Capa 1", Usage=usage)
    default = sheet.pdf.Root.OCProperties.D
    default.OFF.append(group)
    default.AS = Array(
        [
            Dictionary(Event=Name.Print, Category=[Name.Print], OCGs=[group]),
            Dictionary(Event=Name.View, Category=[Name.View], OCGs=[group]),
        ]
    )
    sheet.append(b"/OC /L0 BDC " + patch(run) + b" " + curves(run, text) + b" EMC")
    return sheet.save()


@case("attack", "optional-content layer", CHANGED)
def layer_in_a_form(base: Base) -> bytes:
    """The layer is named in a form XObject, not in the page."""
    sheet = base.sheet()
    run, text = target(base, sheet, "layer_in_a_form")
    group = _layer(sheet, "Capa 1")
    del sheet.page.Resources.Properties
    sheet.form("/Fm9", patch(run) + b" " + curves(run, text), OC=group)
    sheet.append(b"/Fm9 Do")
    return sheet.save()


@case("attack", "scripts", ADDED, why="nothing is changed until a viewer obeys it")
def script_on_opening(base: Base) -> bytes:
    sheet = base.sheet()
    script = "app.alert('El líquido correcto es S/ 9,999.99');"
    sheet.pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(script))
    return sheet.save()


@case("attack", "scripts", ADDED, why="nothing is changed until a viewer obeys it")
def script_when_the_page_shows(base: Base) -> bytes:
    sheet = base.sheet()
    script = Dictionary(S=Name.JavaScript, JS=String("this.layout = 1;"))
    sheet.page.AA = Dictionary(O=script)
    names = Array([String("uno"), script])
    sheet.pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=names))
    return sheet.save()


@case("attack", "footer that contradicts", ADDED, why="an annotation in the margin, every signed value seen")
def note_with_another_net(base: Base) -> bytes:
    sheet = base.sheet()
    like = Run(0, 0, "", "", Face.REGULAR, 9, 60, 150, 200, (0.6, 0.1, 0.1))
    drawn = b"0.6 0.1 0.1 rg " + outlines("Líquido real: S/ 9,250.40", Face.REGULAR, 9, 60, 150) + b" f"
    annotate(sheet, "/FreeText", like, drawn, DA=String("/Helv 9 Tf 0 g"), Contents=String("Líquido real: S/ 9,250.40"))
    return sheet.save()
