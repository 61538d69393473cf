"""The plain-language catalogue: whole, unambiguous, and honest about what it does not know."""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

import pytest

from documents.concepts import UNKNOWN, ConceptKind, folded, load
from documents.payslip import Period

NOVEMBER = Period(2026, 11)
HABERES = """
RIM_Ley 29944|Jor_Trab.Ad_lrm|A.carg_dir_LRM|A.carg_dir_Ges_|A.carg_esp_LRM|rural_cont|asg_rural_30512|asg_vra_30512
B_Ext_Tran_Vari|B_Ext_Tran_Fijo|Mont_Uni_Cons|RIMS|RIMS_EES|RMS_EES|RMS_30512|RMS.C.ESFA|Rem.Transi.ESFA|Palmas MagMaes
Reint Man No Af|Reintg. Manual|aguinaldo|Sueldo Base|D.U. 090-96|D.U.073-97|D.U.011-99|D.U. 080-94|D.U. 037-94
DS261-91-EF IGV|DS011-93-ED|DS065-2003-EF|DS. 019-94-PCM|DSE 021-92-PCM|CVid.DS154-91EF|Asig. D.S.081
Asig. D.S.081-93-EF|Asig.D.L. 25671|D.L. 26504|Ley29702|Reunificada|Bon. Especial
BONIF.ESP.DS.051-91-PCM|Refrig. y Mov.|Dif Pensionable
BONIFICACION FAMILIAR|BONIFICACION PERSONAL|PREP.CLASE DS.019-90-ED|TRANSIT. HOMOLOGACION|NIV. PEN. MINIMA 28449
PENSION BASICA|PENSION REUNIFICADA|REAJ. DS 031-2011-EF|REAJ. DS 006-2024-EF|REDONDEO|rim_ley29944|asig_rural
"""
DESCUENTOS = """
D.L.25897 AFP|DL19990 SNP|IPSSVIDA|Quintacat|Dscto. Judicial|Derr Magisteria|Prderrmag|SUBCAFAE|Tardanzas|Inasistencias
Pagindnoaf|Coop Capac Yupa|Segrimac|CMCusco|CMArequipa|CMHuancayo|CRACCENTRO|Interbank|BRIPLEY|Bco. Pichincha|Fentase
GPROEDUCAR|AEHERME|IDG|Constante|dl20530|presalud|derrama|scafae|responsab|sesdis|edSevilla|cimpi|pefalla|intertrab
straadmin|funeraria|adfon|sutep|licsg|dsctvar|Magist|Capyup|Zapateri|Bazares|Multas|Sutage|Rimacse|Credinka|PagosInd
Reintegr|dl25897_afp|derrmag
"""


def codes(listed: str) -> list[str]:
    return [code for code in re.split(r"[|\n]", listed) if code]


START = Period(2020, 1)


@dataclass(frozen=True)
class Sent:
    """A text of the office."""

    codigo: str
    nombre: str = "Nombre enviado"
    explicacion: str = "Explicación enviada."
    norma: str = "R.M. 1"
    desde: Period = START
    hasta: Period | None = None


@pytest.mark.parametrize("codigo", codes(HABERES) + codes(DESCUENTOS))
def test_every_abbreviation_seen_on_payslips_is_explained(codigo: str) -> None:
    told = load().explain(codigo, NOVEMBER)
    assert told.codigo == codigo
    assert told.explicacion != UNKNOWN
    assert told.nombre


@pytest.mark.parametrize(
    ("listed", "kind"),
    [(HABERES, ConceptKind.HABER), (DESCUENTOS, ConceptKind.DESCUENTO)],
    ids=["haberes", "descuentos"],
)
def test_concepts_stand_on_their_side(listed: str, kind: ConceptKind) -> None:
    sides = defaultdict(set)
    for entry in load().entries:
        for spelling in (entry.codigo, *entry.alias):
            sides[folded(spelling)].add(entry.clase)
    known = [code for code in codes(listed) if folded(code) in sides]
    assert len(known) > 45
    assert [code for code in known if sides[folded(code)] != {kind}] == []


def test_no_spelling_means_two_things() -> None:
    meanings = defaultdict(set)
    for entry in load().entries:
        for spelling in (entry.codigo, *entry.alias):
            meanings[folded(spelling)].add(entry.codigo)
    assert {spelling: found for spelling, found in meanings.items() if len(found) > 1} == {}


def test_texts_are_short_whole_sentences_without_amounts_in_soles() -> None:
    for entry in load().entries:
        assert entry.explicacion.endswith("."), entry.codigo
        assert len(entry.explicacion) <= 220, entry.codigo
        assert "S/" not in entry.explicacion, entry.codigo
        assert len(entry.nombre) <= 60, entry.codigo


def test_validities_of_one_concept_do_not_overlap() -> None:
    by_code = defaultdict(list)
    for entry in load().entries:
        by_code[entry.codigo].append((entry.desde or Period(1900, 1), entry.hasta or Period(9999, 12)))
    for spans in by_code.values():
        ordered = sorted(spans)
        assert all(earlier[1] < later[0] for earlier, later in pairwise(ordered))
        assert all(start <= end for start, end in ordered)


@pytest.mark.parametrize("spelling", ["rim_ley29944", "RIM LEY 29944", "R.I.M. Ley_29944", " rim_ley 29944 "])
def test_spelling_makes_no_difference(spelling: str) -> None:
    assert load().explain(spelling, NOVEMBER).nombre == "Remuneración Íntegra Mensual (RIM)"


def test_the_text_is_that_of_the_month() -> None:
    assert load().explain("RIM_Ley 29944", Period(2025, 6)).norma == "Ley 29944"
    assert "D.S. 277-2025-EF" in load().explain("RIM_Ley 29944", NOVEMBER).norma


def test_before_its_first_month_the_nearest_text_explains() -> None:
    assert load().explain("Mont_Uni_Cons", Period(2019, 11)).explicacion != UNKNOWN


def test_an_unknown_concept_gets_the_honest_sentence() -> None:
    told = load().explain("xqz_999", NOVEMBER)
    assert (told.nombre, told.explicacion, told.norma) == ("xqz_999", UNKNOWN, "")


def test_what_the_office_sent_lies_over_the_catalogue() -> None:
    told = load().explain("Derr Magisteria", NOVEMBER, [Sent("derrmag"), Sent("DERR_MAGISTERIA", nombre="Derrama")])
    assert told.nombre == "Derrama"
    assert told.codigo == "Derr Magisteria"


def test_a_sent_text_reaches_the_other_spellings_of_its_concept() -> None:
    assert load().explain("derrmag", NOVEMBER, [Sent("Derr Magisteria")]).nombre == "Nombre enviado"


def test_a_sent_text_explains_a_concept_nobody_knew() -> None:
    assert load().explain("Nuevo.Bono", NOVEMBER, [Sent("nuevo_bono")]).explicacion == "Explicación enviada."


def test_a_sent_text_counts_in_its_months_only() -> None:
    past = Sent("Derr Magisteria", desde=Period(2020, 1), hasta=Period(2026, 10))
    future = Sent("Derr Magisteria", desde=Period(2026, 12))
    assert load().explain("Derr Magisteria", NOVEMBER, [past, future]).nombre == "Aporte a la Derrama Magisterial"
    assert load().explain("Derr Magisteria", Period(2026, 10), [past, future]).nombre == "Nombre enviado"


def test_the_newest_of_two_sent_texts_counts() -> None:
    old, new = Sent("sutep", nombre="viejo"), Sent("sutep", nombre="nuevo", desde=Period(2026, 1))
    assert load().explain("sutep", NOVEMBER, [new, old]).nombre == "nuevo"
