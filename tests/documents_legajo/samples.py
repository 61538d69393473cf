"""A day, an identifier, and good canonical records of invented people, by kind."""

from datetime import date

TODAY = date(2026, 11, 23)
ID = "0b8f7c1e-5a64-4c1e-9a57-1d2f3a4b5c6d"
NEW = {
    "licencia": {
        "tipo": "incapacidad_temporal", "goce": "con", "desde": "2026-04-01", "hasta": "2026-04-30", "dias": "30",
        "numero_resolucion": "RD N° 1234-2026-UGEL-H", "fecha_resolucion": "2026-03-30",
    },
    "titulo_profesional": {
        "pais": "Perú", "centro_estudios": "Universidad Nacional del Centro del Perú", "ubigeo": "120101",
        "grado_instruccion": "universitaria", "carrera": "Educación primaria", "situacion_academica": "titulado",
        "titulo": "Licenciada en Educación Primaria", "anio_inicio": "2008", "anio_fin": "2012",
        "fecha_expedicion": "2013-12-20", "fecha_registro": "2014-02-10",
    },
    "movimiento": {
        "grupo_accion": "desplazamiento_definitivo", "accion": "reasignacion", "mandato_judicial": "no",
        "plaza_origen": "999000000001", "plaza_destino": "999000000002", "vigencia_inicio": "2020-03-01",
        "numero_resolucion": "RD N° 12-2020-UGEL-H", "fecha_resolucion": "2020-02-10",
    },
    "datos_personales": {
        "tipo_documento": "dni", "numero_documento": "99900011", "apellido_paterno": "QUISPE",
        "apellido_materno": "ÑAUPARI", "nombres": "ROSA ELENA", "sexo": "f", "fecha_nacimiento": "1985-05-15",
        "nacionalidad": "peruana", "lugar_nacimiento": "120101", "estado_civil": "casado", "discapacidad": "no",
    },
    "regimen_pensionario": {
        "regimen_pensionario": "dl25897", "afp": "integra", "cuspp": "999000RQNSP0",
        "essalud_autogenerado": "8505150QSMRP001",
    },
    "demerito": {
        "tipo_demerito": "amonestacion", "demerito": "Tardanza", "fecha_inicio": "2024-04-01", "documento": "RD 1",
    },
    "capacitacion": {
        "tipo": "capacitacion", "centro": "DRE Junín", "materia": "Lectura", "fecha_inicio": "2023-04-03",
        "fecha_fin": "2023-06-30", "horas_lectivas": "120", "fecha_emision": "2023-07-10",
    },
    "asignacion": {
        "concepto": "ats", "importe": "7001.40", "fecha_beneficio": "2026-03-01", "tiempo_servicio": "25-00-00",
        "numero_resolucion": "RD N° 77-2026-UGEL-H", "fecha_resolucion": "2026-03-20",
    },
}  # fmt: skip
