"""The bundled catalogue against the dictionary of the field; and what a catalogue may not be."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

import resources
from documents.identifiers import Identified
from documents.legajo_catalogue import LegajoCatalogue, LegajoCatalogueError, bundled, read_catalogue
from documents.legajo_values import ReadingContext, fits_mask, read_value, summarised
from tests.documents_legajo.samples import NEW

# Section 2.2 of the dictionary, section by section: the words of each field.
WANTED = {
    "I": "tipo de documento; número de documento; apellido paterno; apellido materno; nombres; sexo; fecha de "
    "nacimiento; lugar de nacimiento (ubigeo); nacionalidad; estado civil; grupo sanguíneo; licencia de conducir; "
    "discapacidad; tipo de discapacidad; domicilio; ubigeo del domicilio; teléfono celular; teléfono fijo; correo "
    "electrónico; régimen pensionario; afp; cuspp; essalud autogenerado; lengua originaria; nivel oral; nivel escrito; "
    "parentesco; apellidos y nombres; grado de instrucción; ocupación; tipo de declaración jurada; fecha",
    "II": "país; centro de estudios; grado de instrucción; nivel de carrera; grupo de carrera; carrera; especialidad; "
    "situación académica; título; grado académico; colegio profesional; n.º de colegiatura; año de inicio; año de fin; "
    "fecha de expedición del título; fecha de registro del título; ubigeo; centro; materia; periodo: desde; periodo: "
    "hasta; horas lectivas; fecha de emisión",
    "III": "acción; motivo; n.º de resolución; fecha de resolución; régimen laboral; condición laboral; plaza; "
    "ie (código modular); cargo; jornada; vigencia inicio; vigencia fin",
    "IV": "grupo de acción; acción; motivo de acción; mandato judicial; plaza origen; plaza destino; centro de "
    "trabajo; escala anterior; escala nueva; vigencia inicio; vigencia fin; n.º de resolución; fecha de resolución",
    "V": "concepto; base de cálculo; factor; tiempo de servicio; importe; fecha de beneficio; n.º de resolución; "
    "n.º de informe de cálculo",
    "VI": "fecha de cese; motivo de cese; cts (importe); régimen; tipo de pensión; n.º de resolución",
    "VII": "tipo de mérito; mérito; fecha; instancia; documento",
    "VIII": "tipo de demérito; demérito; fecha de inicio; fecha de fin; documento",
    "IX": "tipo; con o sin goce; motivo; desde; hasta; días; n.º de resolución; citt n.º",
    "X": "acta de entrega; dependencia; cargo; nivel remunerativo; pap; cnp; días laborados del; días laborados al",
}
NAMES = {
    "I": "Filiación e identificación personal",
    "II": "Situación académica",
    "III": "Ingreso o reingreso",
    "IV": "Trayectoria laboral",
    "V": "Asignaciones e incentivos temporales, retenciones judiciales y pagos indebidos",
    "VI": "Retiro y régimen pensionario",
    "VII": "Premios y estímulos",
    "VIII": "Sanciones",
    "IX": "Licencias y vacaciones",
    "X": "Otros",
}


def raw() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(resources.path("catalogues", "legajo.json").read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("number", WANTED)
def test_every_section_has_the_fields_of_the_dictionary(number: str, catalogue: LegajoCatalogue) -> None:
    section = catalogue.section(number)
    assert section is not None
    labels = {rule.label.casefold() for kind in section.kinds for rule in kind.fields}
    assert set(WANTED[number].split("; ")) - labels == set()


def test_the_ten_sections_stand_in_order_with_their_names(catalogue: LegajoCatalogue) -> None:
    assert {section.code: section.name for section in catalogue.sections} == NAMES
    assert [section.code for section in catalogue.sections if section.read_only] == ["VIII"]


def test_a_supporting_document_says_what_the_dictionary_wants(catalogue: LegajoCatalogue) -> None:
    assert [rule.label for rule in catalogue.support.fields] == [
        "Tipo de documento", "Formato", "Número", "Entidad emisora", "Fecha de emisión", "Número de folios", "Sumilla",
    ]  # fmt: skip


def test_every_leave_of_the_law_is_there_with_or_without_pay(catalogue: LegajoCatalogue) -> None:
    leaves = catalogue.lists["tipo_licencia"].choices
    assert [choice.implies["goce"] for choice in leaves] == [("con",)] * 11 + [("sin",)] * 4
    assert len(catalogue.lists["tipo_permiso"].choices) == 7


def test_every_field_has_help_that_ends_as_a_sentence_and_an_example_that_reads(catalogue: LegajoCatalogue) -> None:
    for kind in (*catalogue.kinds(), catalogue.support):
        for rule in kind.fields:
            place = f"{kind.code}.{rule.code}"
            assert rule.help.endswith("."), place
            assert rule.help[0].isupper() or rule.help[0].isdigit(), place
            assert not rule.mask or fits_mask(rule.mask, rule.example), place
            context = ReadingContext(date(2026, 11, 23), date(2026, 11, 23), catalogue.code_list(rule))
            assert isinstance(read_value(rule, rule.example, context), Identified), place
            assert rule.example or not rule.required, place


def test_every_list_is_used_and_says_where_it_comes_from(catalogue: LegajoCatalogue) -> None:
    used = {rule.choices for kind in (*catalogue.kinds(), catalogue.support) for rule in kind.fields} - {""}
    assert used == set(catalogue.lists)
    assert all(code_list.fuente for code_list in catalogue.lists.values())


def test_what_is_not_in_force_is_known_and_not_chosen(catalogue: LegajoCatalogue) -> None:
    cas = catalogue.lists["regimen_laboral"].choice("dleg1057")
    assert cas is not None
    assert not cas.holds(date(2008, 6, 28))
    assert cas.holds(date(2008, 6, 29))


def test_only_actions_of_the_chosen_group_are_offered(catalogue: LegajoCatalogue) -> None:
    kind = catalogue.kind("movimiento")
    action = kind.field("accion") if kind else None
    assert action is not None
    day = date(2026, 11, 23)
    temporary = catalogue.offered(action, {"grupo_accion": "desplazamiento_temporal"}, day)
    assert [choice.label for choice in temporary] == ["Destaque", "Encargatura"]
    assert len(catalogue.offered(action, {}, day)) == len(catalogue.lists["accion"].choices) == 12


def test_a_choice_out_of_force_is_not_offered(catalogue: LegajoCatalogue) -> None:
    kind = catalogue.kind("ingreso")
    regime = kind.field("regimen_laboral") if kind else None
    assert regime is not None
    codes = [choice.code for choice in catalogue.offered(regime, {}, date(2008, 6, 28))]
    assert "dleg1057" not in codes
    assert "dleg276" in codes


def test_a_record_is_named_by_its_most_telling_fields(catalogue: LegajoCatalogue) -> None:
    kind = catalogue.kind("licencia")
    assert kind is not None
    named = summarised(kind, NEW["licencia"], catalogue.lists)
    assert named == ("Incapacidad temporal", "Con goce", "01/04/2026", "30")


def test_the_bundled_copy_is_read_once() -> None:
    assert bundled() is bundled()


def lose_a_section(file: dict[str, Any]) -> None:
    del file["secciones"][3]


def swap_sections(file: dict[str, Any]) -> None:
    file["secciones"][0], file["secciones"][1] = file["secciones"][1], file["secciones"][0]


def add_a_member(file: dict[str, Any]) -> None:
    file["secciones"][0]["registros"][0]["campos"][0]["color"] = "azul"


def use_an_unknown_kind(file: dict[str, Any]) -> None:
    file["secciones"][0]["registros"][0]["campos"][0]["clase"] = "huella"


def name_a_missing_list(file: dict[str, Any]) -> None:
    file["secciones"][0]["registros"][0]["campos"][0]["lista"] = "no_existe"


def repeat_a_field(file: dict[str, Any]) -> None:
    fields = file["secciones"][0]["registros"][0]["campos"]
    fields.append(fields[0])


def repeat_a_kind(file: dict[str, Any]) -> None:
    file["secciones"][1]["registros"].append(file["secciones"][0]["registros"][0])


def repeat_a_choice(file: dict[str, Any]) -> None:
    choices = file["listas"]["sexo"]["opciones"]
    choices.append(choices[0])


def depend_on_nothing(file: dict[str, Any]) -> None:
    file["secciones"][0]["registros"][0]["campos"][2]["solo_si"] = {"campo": "no_existe", "valores": ["si"]}


def depend_on_itself(file: dict[str, Any]) -> None:
    field = file["secciones"][0]["registros"][0]["campos"][2]
    field["solo_si"] = {"campo": field["codigo"], "valores": ["si"]}


def rule_over_the_wrong_kind(file: dict[str, Any]) -> None:
    file["secciones"][8]["registros"][0]["reglas"][0]["campos"] = ["tipo", "hasta"]


def rule_over_too_few(file: dict[str, Any]) -> None:
    file["secciones"][8]["registros"][0]["reglas"][1]["campos"] = ["desde", "hasta"]


def summarise_a_missing_field(file: dict[str, Any]) -> None:
    file["secciones"][0]["registros"][0]["resumen"] = ["apodo"]


def number_before_its_type(file: dict[str, Any]) -> None:
    fields = file["secciones"][0]["registros"][0]["campos"]
    fields[0], fields[1] = fields[1], fields[0]


def imply_a_missing_field(file: dict[str, Any]) -> None:
    file["listas"]["sexo"]["opciones"][0]["implica"] = {"apodo": ["x"]}


def forget_the_version(file: dict[str, Any]) -> None:
    del file["version"]


@pytest.mark.parametrize(
    "spoil",
    [
        lose_a_section, swap_sections, add_a_member, use_an_unknown_kind, name_a_missing_list, repeat_a_field,
        repeat_a_kind, repeat_a_choice, depend_on_nothing, depend_on_itself, rule_over_the_wrong_kind,
        rule_over_too_few, summarise_a_missing_field, number_before_its_type, imply_a_missing_field, forget_the_version,
    ],
)  # fmt: skip
def test_a_catalogue_that_contradicts_itself_is_refused_whole(spoil: Callable[[dict[str, Any]], None]) -> None:
    file = raw()
    spoil(file)
    with pytest.raises(LegajoCatalogueError) as told:
        read_catalogue(json.dumps(file).encode())
    assert told.value.faults


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(LegajoCatalogueError):
        read_catalogue(b"\xff{")
