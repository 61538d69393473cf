<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ay" sourcelanguage="es_PE">
<context>
    <name>About</name>
    <message>
        <source>Versión {version}. El chasqui llevaba las noticias de tambo en tambo; este programa trae sus boletas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Licencias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hecho con programas libres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licencias de lo que viene con el programa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cerrar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>Al menos 10 letras. Lo mejor: cuatro palabras sueltas, como en una frase sin sentido.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muy buena. Difícil de adivinar y fácil de recordar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sirve. Con una o dos palabras más sería mejor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mi perfil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba la dirección completa, por ejemplo https://servicio.gob.pe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Una solicitud simple o FUT dirigido al director o directora de su UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copia de su DNI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su resolución de nombramiento o de contrato (o de cese, si ya cesó).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un correo electrónico suyo que revise seguido, y su número de celular.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>¿Usar la lista de confianza «{name}»?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dice qué oficinas firman boletas. Se usa solo si su firma es buena y es más nueva que la de ahora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usar la lista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abra su perfil para traer el paquete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>«{name}» queda como está. En cuanto abra su perfil se preguntará si lo trae.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Traer lo que contiene «{name}»?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se comprueba primero quién lo firmó y que sea para usted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Traer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Cerrar este aviso</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Captcha</name>
    <message>
        <source>Imagen con letras y números</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otra i&amp;magen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Texto de la imagen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pidiendo la imagen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La imagen no se pudo leer. Pida otra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a &amp;intentar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para esto hace falta internet. Conéctese y vuelva a intentar.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>¿Cerrar sesión?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se cierra su ingreso al servicio y se bloquea este perfil.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sus boletas siguen aquí, cifradas: las verá sin internet con la contraseña de esta computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para recibir novedades tendrá que ingresar otra vez con su usuario y la imagen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo &amp;bloquear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;errar sesión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancelar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Custody</name>
    <message>
        <source>Dejará de recibir novedades. Todo lo guardado sigue aquí, con su contraseña.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Salir de la cuenta?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Salir de la cuenta</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>No hay pantalla: se hace el mismo recorrido sin ella y se guardan imágenes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La bandeja de la oficina: qué piden, hasta cuándo, con qué.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La primera ventana: usuario, contraseña e imagen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La contraseña de esta computadora: con ella se cifra todo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mis boletas: la más nueva, abierta sin pedir nada a la red.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué llegó y cuánto costó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin conexión: todo lo guardado sigue a la mano.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mis solicitudes: cada pedido hasta el final, sin conexión.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bloqueado: el proceso terminaría aquí y la clave con él.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El servicio pide leer una imagen y nadie puede leerla sin pantalla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El recorrido se detuvo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listo: {n} imágenes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>&amp;Cancelar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Entendido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detalles para soporte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Detalles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para confirmar, escriba {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nombre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guardar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>un momento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es muy corta: use al menos 10 letras, números o espacios.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es muy larga: el máximo son 128 letras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo números se adivina rápido. Agregue palabras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No repita la misma letra o el mismo grupo de letras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No use letras o números seguidos del teclado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es de las que se prueban primero. Cuatro palabras sueltas son mejores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No use su nombre, su DNI ni palabras como docente o ugel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es fácil de adivinar. Pruebe con cuatro palabras sueltas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todo lo guardado en esta computadora sigue aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tiene que hacer nada: se intentará de nuevo solo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay conexión a internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puede seguir trabajando. Se sincronizará solo cuando haya señal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La conexión está muy lenta y no llegó la respuesta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La red pide algo antes de dejar pasar (como aceptar condiciones).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abra el navegador, acepte lo que pide la red y pulse «Sincronizar ahora».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pudo comprobar que quien responde sea el servicio oficial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se envió nada. Pruebe con otra red; si sigue igual, avise a soporte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Algo en la red cambió la respuesta, y por eso no se aceptó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se intentará de nuevo solo. Si se repite, pruebe con otra red.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La conexión se cortó a la mitad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que ya había llegado quedó guardado y no se vuelve a descargar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El servicio central no funciona bien en este momento.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El servicio central está muy ocupado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hubo demasiados intentos seguidos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Espere {wait} y vuelva a intentar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El servicio central pide esperar: atiende a muchas personas a la vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se intentará solo en {wait}; insistir antes no ayuda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La red no dejó completar la sincronización.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La sincronización se detuvo porque usted lo pidió.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que ya había llegado quedó guardado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulse «Sincronizar ahora» cuando quiera continuar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La dirección del servicio no es válida.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escríbala completa, por ejemplo https://servicio.gob.pe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pudo sincronizar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se envió nada: ni su contraseña ni sus datos. Todo lo guardado sigue aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Algo en esta red o en esta computadora abre las conexiones cifradas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suele ser un antivirus o el filtro de una institución. Pruebe con otra red, como los datos del celular.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contestó otra computadora en lugar del servicio oficial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si la red es pública, abra el navegador y acepte lo que pide. Si no, use otra red.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La fecha de esta computadora está atrasada: así no se comprueba quién responde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrija la fecha y la hora de la computadora y pulse «Sincronizar ahora».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La fecha de esta computadora está adelantada, o venció el certificado del servicio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrija la fecha y la hora. Si están bien, espere: lo arregla la oficina, y se intentará de nuevo solo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta computadora sale a internet por un proxy, y el proxy no dejó pasar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si no está donde siempre, quite el proxy en la configuración de red. Si está, avise a quien la administra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La red pide usuario y contraseña de su proxy para salir a internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pida a quien administra la red que deje pasar a Chasqui, o use otra red.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vuelva a ingresar con su usuario y contraseña del servicio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El permiso para sincronizar venció.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su ingreso al servicio venció o se cerró.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El usuario o la contraseña del servicio no son correctos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se cambió nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revíselos, escriba el texto de la nueva imagen y reintente.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El texto de la imagen no coincide o ya venció.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su usuario y contraseña siguen escritos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba el texto de la nueva imagen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El servicio no aceptó el pedido.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intente más tarde. Si se repite, avise a soporte con los detalles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La contraseña de esta computadora no es correcta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se perdió nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revise las mayúsculas e intente otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hubo varios intentos con una contraseña incorrecta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sus datos no se borran por equivocarse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un archivo de este perfil está dañado y no se puede abrir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sus boletas siguen en la oficina y se pueden volver a descargar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No borre nada todavía: muestre los detalles a soporte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este perfil fue usado con una versión más nueva de Chasqui.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sus datos están completos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instale la versión más nueva de Chasqui y ábralo con ella.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este perfil ya está abierto en otra ventana de Chasqui.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use la otra ventana, o ciérrela y vuelva a intentar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya tiene una solicitud en curso sobre este mismo registro.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que escribió sigue guardado como borrador.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Espere la respuesta de la oficina, o anule esa solicitud y envíe esta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta el archivo de uno de los documentos de sustento.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjunte otra vez el archivo y vuelva a enviar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay espacio en el disco.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que ya estaba guardado sigue completo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libere espacio en el disco y vuelva a intentar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El disco o la memoria USB falló al leer o escribir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que ya estaba guardado no se tocó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revise que la memoria siga conectada y vuelva a intentar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta computadora no tiene memoria libre suficiente para abrir el perfil.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cierre otros programas y vuelva a intentar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En esa carpeta ya hay un perfil.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ábralo con su contraseña, o elija otra carpeta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ese usuario es de otra persona, y este perfil guarda los datos de una sola.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los datos de este perfil no se tocaron.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cierre este perfil y elija «Otra persona» para crear el suyo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La computadora no permite escribir en la carpeta de Chasqui.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pida a quien administra la computadora permiso sobre esa carpeta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La carpeta de este perfil ya no está.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si estaba en una memoria USB, conéctela. Si no, cree otro perfil.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esa contraseña es fácil de adivinar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pruebe con cuatro palabras sueltas que solo usted una.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La computadora no dejó completar la operación.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vuelva a intentar; si se repite, muestre los detalles a soporte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chasqui tuvo una falla propia: no es culpa suya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cierre Chasqui y ábralo otra vez. Si se repite, muestre los detalles.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Examined</name>
    <message>
        <source>El archivo de sus solicitudes tiene una parte dañada. Lo que se pueda leer se copiará a un archivo nuevo y nada se borrará. Para repararlo, bloquee y vuelva a entrar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un archivo de la oficina tiene una parte dañada. Sus boletas, sus solicitudes y lo que está por enviar están bien. Se rehace con lo que se pueda leer y nada se borra: bloquee y vuelva a entrar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El archivo de sus boletas y su legajo tiene una parte dañada. Sus solicitudes están bien, y lo demás se descarga otra vez de la oficina. Para repararlo, bloquee y vuelva a entrar.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Mostrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mostrar la contraseña</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ocultar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ocultar la contraseña</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Las mayúsculas están activadas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstPacket</name>
    <message>
        <source>Paquete inicial para {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para quien no tiene internet ni un equipo vinculado. Lleva todas sus boletas y se abre con siete palabras que usted le dice en persona. Entréguelo solo a la persona, con su DNI a la vista.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué &amp;documento revisó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por ejemplo: DNI a la vista.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancelar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Escribir en una memoria…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba qué documento revisó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dígale estas palabras a {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Que las anote aparte de la memoria. No se guardan en ninguna parte y no se pueden volver a mostrar. Sirven para vincular un solo equipo, hasta el {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El paquete es «{name}».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ya las anotó</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Forgotten</name>
    <message>
        <source>Si olvidó la contraseña de esta computadora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guardar lo pendiente en una memoria…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apartar este perfil y crear otro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seguir intentando</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listo: «{name}» está en la memoria. Entréguela en su UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que estaba por enviar no se pierde: hay una copia cerrada que solo el servicio central abre. Guárdela en una memoria y entréguela en su UGEL; si ya había llegado, no se repite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nadie puede recuperarla ni abrir el perfil sin ella: ni la UGEL ni nosotros.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sus boletas no se pierden. Vuelven de la oficina cuando ingrese otra vez con su usuario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que estaba por enviar queda dentro de este perfil y solo sale con la contraseña.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puede apartar este perfil y crear otro. El apartado no se borra: si la recuerda, ábralo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(apartado)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Elija…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba parte del nombre, o ↓ para ver todo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opciones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Departamento…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: departamento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dd/mm/aaaa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abrir el calendario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: abrir el calendario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quedan {n} letras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sobran {n} letras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} (opcional)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Texto de la ayuda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temas de la ayuda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chasqui: ayuda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Buscar en la ayuda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ningún tema habla de eso. Pruebe con otra palabra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ayuda</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Letter</name>
    <message>
        <source>SOLICITO: Usuario y contraseña para Mi boleta y Mi legajo (AYNI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SEÑOR(A) DIRECTOR(A) DE LA {ugel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yo, {names}, con DNI N.º {document}, correo electrónico {email} y celular {phone}, {post} de {school}, ante usted me presento y expongo:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>servidor(a)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Que no cuento con usuario en el sistema AYNI y lo necesito para consultar mis boletas de pago y mi legajo personal. Por ello solicito que se me genere y se me comunique al correo dado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjunto: copia de mi DNI y copia de mi resolución.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>POR LO EXPUESTO: ruego a usted acceder a mi solicitud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNI N.º {document}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocalPassword</name>
    <message>
        <source>&amp;Nombre del perfil en esta computadora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo verá quien encienda la computadora. No ponga su DNI ni su nombre completo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ontraseña de esta computadora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Repita la contraseña</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Crear y empezar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Volver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Póngale un nombre, por ejemplo «Mi perfil».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No es igual a la de arriba.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creando el perfil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proteja su perfil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con esta contraseña se cifra todo lo que se guarde aquí. Se usa sin internet y es distinta de la del servicio. Nadie puede recuperarla: anótela en un lugar seguro.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mail</name>
    <message>
        <source>&amp;Correo electrónico</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El que dio a su UGEL o al inscribirse en una evaluación docente.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enviar correo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listo. Si ese correo está registrado, en unos minutos llegará un enlace para crear su contraseña. Revise también la carpeta de no deseados. Después vuelva aquí e ingrese.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba un correo completo, por ejemplo nombre@correo.pe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta el texto de la imagen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generar contraseña</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sirve si ya está registrado, pero no tiene o no recuerda la contraseña del servicio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Volver</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Chasqui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ver mis boletas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ver mis solicitudes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ver en la Bandeja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver &amp;qué hacer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vuelva a ingresar para recibir novedades; todo lo guardado sigue aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Volver a ingresar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bloquear y &amp;reparar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por seguridad se bloqueará en {n} s. Mueva el ratón o pulse una tecla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seguir aquí</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mending</name>
    <message>
        <source>El archivo de sus boletas está dañado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suele pasar cuando se va la luz o falla el disco. Sus boletas siguen en la oficina y se descargan otra vez cuando vuelva a ingresar. El archivo dañado se aparta sin borrarlo; lo que estaba por enviar no se toca.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Empezar un archivo nuevo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La copia de la bandeja tenía una parte dañada y se rehízo: llega otra vez con la próxima sincronización. Se conservó lo que se pudo leer de sus recetas, grupos y paquetes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los resultados de la verificación masiva tenían una parte dañada. Se conservó lo que se pudo leer; lo que falte se comprueba otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sus boletas, sus solicitudes y sus decisiones por enviar no se tocaron.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se reparó un archivo de la oficina</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>{word} (Ctrl+{n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navegación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;yuda · F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bloquear ahora · F12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;errar sesión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word}, {n} por atender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perfil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandeja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inicio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mis boletas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planillas SUP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paquetes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verificación masiva</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memorias USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mi legajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mis solicitudes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verificar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sincronización</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajustes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoUser</name>
    <message>
        <source>Nombres y apellidos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correo electrónico</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Celular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cargo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Institución educativa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UGEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solicitud simple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copiada. Péguela en un documento o en un correo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solicitud de usuario.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardar la solicitud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texto (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardada en {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si no tiene usuario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Volver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guardar como texto…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copiar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo crea su UGEL, casi siempre en un día hábil. Presente por su mesa de partes:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su solicitud, lista para copiar o guardar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>&amp;Elegir el paquete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no eligió ninguno.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Las siete &amp;palabras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Abrir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Volver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija primero el paquete que le dio su UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deben ser siete palabras de la lista. Revise: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cuántas escribió</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abriendo el paquete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abrir un paquete de una memoria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin internet: su UGEL le da un paquete inicial en una memoria USB y, en persona, siete palabras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En su orden, con espacios. Las tildes y mayúsculas no importan.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairDevice</name>
    <message>
        <source>Vincular el equipo de {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con la persona delante: revise su DNI y lea el código del equipo. Queda anotado quién lo registró, y la persona puede verlo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Código del equipo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con un lector de QR, o escrito. Empieza con CHASQUI1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leerlo de un archivo de la memoria…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De una &amp;imagen del QR…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pegar imagen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leyendo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El &amp;número es el mismo en la pantalla o en la hoja de la persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué &amp;documento revisó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por ejemplo: DNI a la vista.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Vincular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ancelar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hay un error en el código: léalo otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija la imagen con el código QR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imágenes (*.png *.jpg *.jpeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta el código del equipo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba qué documento revisó.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pairing</name>
    <message>
        <source>Vincular este equipo con su UGEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vaya a su UGEL con su DNI. El especialista registra este equipo; desde entonces los paquetes que le den solo se abren aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Código QR de este equipo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Imprimir…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Llevar en una memoria…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cerrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviado a la impresora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Número para comparar: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chasqui: vincular un equipo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Número para comparar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debe ser el mismo en la pantalla del especialista.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Código en texto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copiar el código</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Renovar el código…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Hacer un código nuevo para este equipo?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hágalo solo si su UGEL dio de baja este equipo. Tendrá que vincularlo otra vez, y los paquetes ya escritos para él no se abrirán.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Renovar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copiado. No es un secreto: sirve para vincular, no para abrir.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>Cambiar la contraseña de esta computadora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contraseña &amp;actual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contraseña &amp;nueva</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Repita la nueva</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cambiar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ancelar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No es igual a la de arriba.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nombre del perfil en esta computadora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nombre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo verá quien encienda la computadora. No ponga su DNI ni su nombre completo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guardar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Póngale un nombre, por ejemplo «Mi perfil».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Borrar para siempre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se destruye la llave que abre sus boletas, su legajo y sus solicitudes en esta computadora. No se puede deshacer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atención: 1 borrador solo está aquí y se perderá. Si lo necesita, envíelo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atención: {n} borradores solo están aquí y se perderán. Si los necesita, envíelos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pierde nada en la UGEL: sus boletas se vuelven a descargar si ingresa otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borrar mis datos de esta computadora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los PDF que usted guardó en otras carpetas siguen ahí; bórrelos aparte si quiere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atención: 1 solicitud todavía no se envió y se perderá. Antes, sincronice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atención: {n} solicitudes todavía no se enviaron y se perderán. Antes, sincronice.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Avance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancelar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Salvaged</name>
    <message>
        <source>El archivo de sus solicitudes estaba dañado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suele pasar cuando se va la luz o falla el disco.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que ya tiene código de la oficina está en la oficina y se verá otra vez al sincronizar. El archivo dañado se guardó aparte: no se borró nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pudo recuperar ninguna solicitud ni borrador.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se recuperó 1 solicitud o borrador.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se recuperaron {count} solicitudes y borradores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se puede saber cuántas había: revise «Mis solicitudes» y escriba de nuevo lo que falte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puede faltar 1: revise «Mis solicitudes» y escríbala de nuevo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pueden faltar hasta {count}: revise «Mis solicitudes» y escriba de nuevo lo que falte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 archivo adjunto no se pudo leer: adjúntelo otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} archivos adjuntos no se pudieron leer: adjúntelos otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Ajustes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Salir de la cuenta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Volver a ingresar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Como el sistema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oscuro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apariencia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claro, oscuro o como el sistema.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tamaño del texto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todo el programa crece con el texto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cambia al volver a abrir el programa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Idioma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ambiar contraseña…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cambiar &amp;nombre…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este perfil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blo&amp;quear solo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si nadie toca el teclado ni el ratón. Avisa 30 segundos antes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contraseña de esta computadora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La que pide al abrir. No es la del servicio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nombre del perfil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo ve quien encienda la computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuenta del servicio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deja de recibir novedades. Lo guardado sigue aquí, con su contraseña.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salir de la cuenta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para recibir novedades otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a ingresar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quién de una oficina vio sus documentos, cuándo y para qué.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué puede hacer cada persona de su oficina. Necesita conexión.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver y &amp;dar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacidad y permisos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B&amp;orrar mis datos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borrar mis datos de esta computadora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borrar este perfil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si va a vender, prestar o devolver la computadora. Se puede hacer sin internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este perfil todavía no tiene una cuenta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usuario {user} · {server}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Después de 1 minuto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Después de {n} minutos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datos de internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La lista y los montos llegan siempre: pesan poco.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;PDF de las boletas</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Dirección del &amp;servicio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La que indica su UGEL. Empieza con https://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usuario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Contraseña del servicio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ingresar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cambiar la dirección del servicio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta completar este dato.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingresando…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingresando</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demostración: elija una &amp;persona de ejemplo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a ingresar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo hace falta para recibir novedades. Todo lo guardado sigue aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ahora no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chasqui: ingresar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingrese con su usuario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El mismo de «Mi boleta» y «Mi legajo». Para traerlos necesita internet, solo esta primera vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Generar contraseña</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin internet y sin ingresar, ya puede:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verificar un &amp;documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abrir un paquete de una &amp;memoria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No tengo usuario: preparar mi solicitud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leer la a&amp;yuda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Volver a los perfiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sus boletas de pago, siempre con usted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todas sus boletas desde mayo de 2020, explicadas y comparadas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se ven sin internet. Se ponen al día solas cuando hay señal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cifradas en esta computadora, con una contraseña que solo usted sabe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stick</name>
    <message>
        <source>Escribiendo en la memoria y comprobando lo escrito. No la retire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comprobando el paquete y trayéndolo. No retire la memoria.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escribiendo el pedido en la memoria. No la retire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Escribir en la memoria el pedido de lo que falta?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entréguela en su UGEL: con él le prepararán un paquete completo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Escribir el pedido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija la memoria USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija el paquete de la memoria USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paquetes de Chasqui (*.chasqui)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija los paquetes de la memoria USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hay 1 solicitud en cola que puede llevar en una memoria USB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hay {n} solicitudes en cola que puede llevar en una memoria USB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin internet, su UGEL le da las novedades en una memoria y usted las trae aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin internet también se puede. Primero vincule este equipo con su UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listo: «{name}» está en la memoria. No lleva solicitudes; pide sus novedades.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listo: «{name}» está en la memoria con 1 solicitud. Entréguela en su UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listo: «{name}» está en la memoria con {n} solicitudes. Entréguela en su UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En la memoria quedó «{name}»: si la devuelve, su UGEL sabrá qué tiene usted ya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ese paquete ya se había traído. No ha cambiado nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ese paquete es más antiguo que lo que usted ya tiene. No ha cambiado nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El paquete se comprobó y no traía nada nuevo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sus datos quedaron al día.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta una parte: pida otro paquete a su UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Va en una memoria USB desde {when}. Falta entregarla en la UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entregada a {office} {when}. Su código llega con la próxima memoria o con internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>la UGEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A la UGEL: pedido de novedades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A la UGEL: 1 solicitud, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A la UGEL: {n} solicitudes, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Respondido {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entregado {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por entregar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De la UGEL: {n} novedades, {pdfs} PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traído</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llegó 1 PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llegaron {n} PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La UGEL respondió a 1 solicitud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La UGEL respondió a {n} solicitudes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{office} confirma que recibió su memoria; el código llegará después.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memoria USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Llevar a la UGEL…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Traer de la UGEL…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Vincular este equipo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no se llevó ni se trajo nada en una memoria.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StickFaults</name>
    <message>
        <source>En esta computadora no ha cambiado nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La memoria USB se retiró o dejó de responder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No quedó nada a medias, ni en la memoria ni aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vuelva a conectarla, espere a que aparezca y repita la operación.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay espacio suficiente en la memoria USB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se escribió nada en ella.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borre de la memoria algo que ya no necesite, o use otra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La memoria USB no permite escribir en ella.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quite la protección contra escritura, o use otra memoria u otra carpeta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La memoria USB no guardó bien el paquete: al leerlo salió distinto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El paquete defectuoso se borró de la memoria.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esa memoria está fallando. Use otra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El paquete pasa de 4 GB, y en esta memoria no cabe un archivo así.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija menos personas cada vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La memoria USB dio un error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No quedó nada a medias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pruebe otra vez. Si se repite, use otra memoria.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ese archivo no es un paquete de Chasqui.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija el archivo que le dio su UGEL; su nombre termina en .chasqui.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El paquete es de una versión más nueva de Chasqui.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instale la versión más nueva y tráigalo otra vez; el paquete sigue sirviendo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El paquete está dañado o incompleto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cópielo otra vez en la memoria, o pida a su UGEL que lo escriba de nuevo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El paquete no lo firmó el servicio central.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lo use. Muéstrelo en su UGEL y diga quién se lo dio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este equipo todavía no conoce la clave del servicio central.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conéctese a internet una vez, o instale la versión de Chasqui de su UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El paquete trae más de lo que un paquete puede traer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lo use. Pida a su UGEL que lo escriba de nuevo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El paquete es para otra persona o para otra computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pida a su UGEL uno para este equipo. Si no está vinculado, vincúlelo primero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El paquete es para el perfil «{who}» de esta computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bloquee este perfil, abra el otro y tráigalo allí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este paquete lo escribió usted: va de aquí a la UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entréguelo en su UGEL. Lo que ellos le den es lo que se trae aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta un paquete anterior: este sigue a otro que no llegó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se trajo nada, para no mostrarle datos incompletos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use «Llevar a la UGEL…»: la memoria dirá qué le falta y se lo darán.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es un paquete inicial: se abre con las palabras que le dieron en persona.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sirve para crear un perfil nuevo, desde la pantalla de ingreso.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con esas palabras no se abre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revise las siete palabras y su orden. Las tildes y mayúsculas no importan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay nada para llevar en ese archivo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija el que la persona escribió con «Llevar a la UGEL…».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta computadora todavía no está registrada como de la oficina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conéctese una vez y vuelva a abrir esta página.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se registró ningún equipo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O escriba el código: empieza con CHASQUI1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pudo abrir la imagen: no es PNG ni JPEG, o está dañada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pida otra foto o captura de pantalla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En la imagen no hay ningún código QR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija la imagen donde se ve entero el código de «Vincular este equipo».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El código QR de la imagen no se lee: está borroso, cortado o muy pequeño.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pida otra foto, de frente y con luz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El código QR de la imagen no es de un equipo con Chasqui.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El que sirve se ve en «Vincular este equipo», en Sincronización de la persona.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En la imagen hay códigos de varios equipos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija una imagen con uno solo: el de la persona que tiene delante.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay ninguna imagen copiada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copie la foto o la captura de pantalla y pulse otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sticks</name>
    <message>
        <source>Persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equipos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paquete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparando paquetes: {done} de {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escribiendo y comprobando: {done} de {total}. No retire la memoria.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibiendo {done} de {total}. No retire la memoria.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entregando al servicio central: {done} de {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparando el paquete inicial. No retire la memoria.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El equipo de {who} quedó vinculado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} paquetes listos. Se pueden escribir en una memoria también sin conexión.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memorias USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Novedades para quien no tiene internet, y lo que trae. Quien las lleva no las lee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Buscar personas o una IE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nombre, DNI, nombre de la IE, o varios DNI pegados de una lista.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personas de la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paquetes recibidos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B&amp;uscar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preparar paquetes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Escribir en una memoria…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Vincular un equipo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paquete &amp;inicial…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recibir de una memoria…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;ntregar al servicio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nada recibido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuando alguien traiga su memoria, pulse «Recibir de una memoria…».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin conexión: puede recibir memorias y escribir los paquetes ya preparados.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin paquetes preparados</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con conexión podrá buscar personas y preparar sus paquetes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nadie con esas palabras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busque por apellidos, DNI o por el nombre de la IE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su ingreso al servicio venció. Vuelva a ingresar para preparar y entregar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a ingresar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llevar novedades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibir lo que traen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin equipo vinculado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por preparar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listo, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ninguno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 equipo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} equipos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por entregar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se entrega con conexión; hasta entonces queda aquí, cerrado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entregado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El servicio central lo recibió. Prepare un paquete de vuelta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equipo sin vincular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vincule el equipo de la persona y entréguelo otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No aceptado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equipo {kid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El equipo fue dado de baja. La persona debe vincularlo de nuevo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El archivo está dañado. Pida que lo escriban otra vez en la memoria.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No es para este servicio central.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El archivo ya no está en esta computadora. Recíbalo otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eso ya se había recibido. No ha cambiado nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se recibió 1 paquete, cerrado: solo el servicio central puede abrirlo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se recibieron {n} paquetes, cerrados: solo el servicio central puede abrirlos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se dejó constancia en la memoria.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En la memoria quedó la constancia «{name}» para la persona.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin recibir: {n}. {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No había nada que el servicio central pudiera recibir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El servicio central recibió 1 paquete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El servicio central recibió {n} paquetes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>«{name}» está en la memoria, con el paquete de 1 equipo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>«{name}» está en la memoria, para {n} equipos. Cada uno abre solo lo suyo.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Cancelar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sincronizar ahora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aún no se conecta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con conexión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin conexión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pudo sincronizar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta volver a ingresar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Próximo intento: en seguida.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Próximo intento: {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se volverá a revisar solo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se volverá a revisar solo: {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nada espera en esta computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>se está enviando ahora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. La otra {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Las otras {n} {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usado este mes: {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>todavía no se completó la primera sincronización</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sus datos {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 solicitud por enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} solicitudes por enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>se enviará al volver a ingresar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>se enviarán al volver a ingresar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>se enviará sola al conectarse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>se enviarán solas al conectarse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 solicitud no se pudo enviar: véala en Mis solicitudes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} solicitudes no se pudieron enviar: véalas en Mis solicitudes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avance de la sincronización</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Conectando…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibiendo la lista de boletas…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibiendo la lista: {n} boletas…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descargando boletas: {done} de {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La lista pesa poco. Los PDF vienen después, del más nuevo al más antiguo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} de {total}. Las más nuevas ya se pueden abrir; si se corta, continúa donde quedó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviando su solicitud…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviando su solicitud: {done} de {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviando la solicitud {n} de {all}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviando la solicitud {n} de {all}: {done} de {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que usted pidió va primero. Si se corta, continúa solo y no se duplica.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sustentos: {done} de {total}. Si se corta, continúa donde quedó y no se duplica.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su boleta más nueva es la de {period}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usted la detuvo. Lo que ya había llegado quedó guardado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todo estaba al día.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llegó una boleta nueva.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llegaron {n} boletas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 boleta nueva</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} boletas nuevas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 PDF descargado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} PDF descargados</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llegó: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datos al día.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina registró 1 decisión suya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina registró {n} decisiones suyas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 decisión no se aplicó: véala en la Bandeja.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} decisiones no se aplicaron: véalas en la Bandeja.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La bandeja está al día.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina restauró una copia de sus datos y le faltaba 1 solicitud: se le envía otra vez, la misma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina restauró una copia de sus datos y le faltaban {n} solicitudes: se le envían otra vez, las mismas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina recibió 1 solicitud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina recibió {n} solicitudes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncLog</name>
    <message>
        <source>Chasqui {version} · registro de sincronización</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sistema: {system}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ahora: {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estado: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Última completa: {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Próximo intento: {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por enviar: {n} · no aceptadas: {refused}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datos de {month}: recibido {received} B, enviado {sent} B, {n} pedidos</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sincronización</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cómo llegan sus boletas y salen sus solicitudes. Se hace sola cuando hay señal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sincronizar ahora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Volver a ingresar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué lo impide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Última sincronización completa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver en Mis solicitudes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardado aquí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datos usados este mes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copiar para soporte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hora de esta computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} boletas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} con su PDF, cifradas en esta computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibido {received} · enviado {sent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 solicitud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} solicitudes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copiado. Péguelo en un mensaje: no lleva sus datos personales.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En esta sesión todavía no hubo ninguno. Aparecerán aquí con su hora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Últimos intercambios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En cuanto haya señal se buscarán novedades.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sus datos están al día.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puede ver, buscar y descargar todo lo guardado. Nada se pierde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo guardado sigue completo. Abajo dice qué pasa y qué hacer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todo lo guardado sigue aquí. Vuelva a ingresar para recibir novedades.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Thrift</name>
    <message>
        <source>Solos, hasta {n} MB al mes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se traen solos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ahorro: solo si los pido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ahorro de datos: los PDF vienen solo si los pide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llegó a su tope de {limit}: hasta fin de mes los PDF vienen solo si los pide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los PDF se traen solos hasta {limit} al mes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Perfil dañado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otra persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chasqui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ontraseña de esta computadora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Abrir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ol&amp;vidé mi contraseña</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verificar un &amp;documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;yuda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba la contraseña que eligió para esta computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Espere {time} para volver a intentar. Sus datos no se borran por equivocarse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya puede volver a intentar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abriendo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abriendo el perfil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Quién usa la computadora?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No necesita internet. Sus boletas están guardadas y cifradas en esta computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No necesita internet. Hay 1 solicitud por enviar: no se perderá.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No necesita internet. Hay {n} solicitudes por enviar: no se perderán.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>Chasqui: verificar documentos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Volver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;yuda</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>batch</name>
    <message>
        <source>Archivo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resultado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archivos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo peor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pausar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continuar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscando los archivos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No había documentos que comprobar en esa carpeta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los resultados guardados están dañados. Los documentos no se tocaron.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empezar de nuevo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verificación masiva</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carpetas con miles de documentos: contra el sello, la lista de confianza y los datos de la oficina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carpeta que verificar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Informe en PDF, para firmar (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libro de Excel (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabla para otros programas (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardar informe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Quitar esta verificación?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se quitan los resultados de {name}. Los archivos comprobados no se tocan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quitar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aquí verá un documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija uno de la lista: qué se firmó y qué se ve, qué se revisó y qué hacer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Informe de verificación masiva</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRUEBA: hay resultados que se apoyan en claves de demostración: no acreditan nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El sello de integridad dice que lo impreso es lo que la oficina emitió. Cada resultado vale para el archivo de esa huella SHA-256 y para ningún otro.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que hay que mirar ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todos los archivos ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N.°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huella SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huella SHA-256 de esta relación (número, huella, código del resultado y ruta de cada archivo, separados por tabuladores, una línea por archivo):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nombres y apellidos:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cargo:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNI:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fecha:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firma y sello:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Página {page} de {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carpeta {name}: {n} archivos. Comprobada desde el {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Informe hecho el {at} con Chasqui, sin conexión.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparados también con los datos de la oficina: {n} archivos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los totales no son los que la oficina tiene de esa persona y ese mes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Código</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motivos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNI firmado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datos de la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repetido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comprobado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Informe guardado: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dice también que {n} archivos quedan sin comprobar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comprobando {done} de {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} por segundo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quedan {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminado: {n} archivos en {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En pausa con {done} de {total}. Lo comprobado queda guardado; siga cuando quiera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quedan {n} de {total} archivos por comprobar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} de {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {n} archivos, desde el {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} sin comprobar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} no coinciden con los datos de la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} repetidos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin comprobar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin dato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idéntico</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coincide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No coincide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todos ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No coincide con los datos de la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repetidos: el mismo archivo más de una vez</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cualquier motivo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por emisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin persona firmada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin emisor conocido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se muestran {n} de {total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} y {n} más</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archivo, persona, DNI o huella</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscar en la verificación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mostrar por</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo: {name}. Volver a los grupos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documentos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emisores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ningún documento coincide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pruebe con otro resultado u otro motivo, o borre lo que buscó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no se verificó ninguna carpeta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija o arrastre aquí una carpeta. Ningún archivo sale de aquí ni se cambia.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verificar una carpeta…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verificar una &amp;carpeta…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con&amp;tinuar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repetir lo no &amp;decidido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guardar informe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quitar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué verificación se muestra</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Preparando la impresión…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardar una copia fuera de Chasqui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elegir carpeta…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimir la boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elegir impresora…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descargar boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documento PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carpeta donde guardar las boletas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boletas sin PDF todavía</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver cuáles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Las que muestra la lista ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Las del año {year} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todas ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta copia queda sin cifrar: cualquiera que use esta computadora o la memoria USB podrá abrirla. La boleta guardada dentro de Chasqui sigue cifrada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows o la impresora pueden guardar una copia sin cifrar de lo que se imprime. Recoja el papel apenas salga.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se guardó «{name}» en {folder}. Esta copia queda sin cifrar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se envió 1 página a la impresora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se enviaron {pages} páginas a la impresora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} de {total} · {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pudieron guardar todas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se detuvo la descarga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descarga terminada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 boleta guardada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} boletas guardadas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 ya estaba en la carpeta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ya estaban en la carpeta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 aún no tiene su PDF en esta computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} aún no tienen su PDF en esta computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo guardado está completo. Si repite la descarga en la misma carpeta, continúa desde ahí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estas copias quedan sin cifrar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} y {count} más</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya hay un archivo con ese nombre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si reemplaza {name}, lo que contiene ahora se pierde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reemplazar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su boleta sigue guardada y cifrada en Chasqui. No quedó ninguna copia a medias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay espacio en ese disco o memoria USB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libere espacio, o elija otra carpeta, y vuelva a descargar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se permite guardar en esa carpeta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija otra, por ejemplo Documentos. Si es una memoria USB, revise que no esté protegida.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esa carpeta ya no está.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si era una memoria USB, conéctela otra vez, o elija otra carpeta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya hay un archivo con ese nombre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija otro nombre u otra carpeta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La computadora no pudo escribir la copia.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pruebe con otra carpeta. Si se repite, muestre los detalles a soporte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La impresora no aceptó la boleta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revise que esté encendida y conectada, o elija otra, y vuelva a imprimir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Qué boletas quiere descargar?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se guarda una carpeta por año. Lo que ya esté igual en la carpeta no se repite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>home</name>
    <message>
        <source>Año del gráfico</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Líquido por mes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todo lo que ve está guardado y cifrado en esta computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buenos días</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buenas tardes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buenas noches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boleta de {period}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boleta de {period} · {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Líquido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} por {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>También en {month}: {others}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin fecha todavía</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El cronograma de pagos llegará con la próxima sincronización.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Según {norm}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su sesión terminó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo guardado se puede leer igual. Vuelva a ingresar para recibir boletas nuevas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a ingresar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no la ha abierto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} boletas nuevas de {period}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no las ha abierto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boleta nueva: {period}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boleta nueva: {kind} de {period}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 boleta espera su PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} boletas esperan su PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se están descargando ahora, de la más reciente a la más antigua.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sus montos ya están aquí. Los PDF se descargarán solos al conectarse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver cuáles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En total: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Líquido por mes del {year}: sin boletas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Líquido por mes del {year}: {months}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Líquido por mes del {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adicional o judicial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Última boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mensual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y 1 cambio más</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y {count} cambios más</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver la comparación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver {heading}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Próximo pago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Necesita su atención</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nada por ahora: todo está al día.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>legajo</name>
    <message>
        <source>Eso ya no está aquí: se envió, se descartó o la UGEL lo retiró.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver en Mis solicitudes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gracias. Se lo preguntaremos de nuevo en seis meses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija el dato que quiere corregir y después «Solicitar modificación».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borrador guardado en esta computadora. Nadie más lo ve hasta que usted lo envíe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borrador descartado. Su legajo sigue igual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardando…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borrador guardado en esta computadora · {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pudo guardar. Lo escrito sigue aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Búsqueda en todo su legajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mi legajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reporte de hoja de vida</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscar en todo (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscar en todo su legajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La UGEL no tiene el archivo de ese documento.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descargar documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta sección solo la registra la UGEL. Si algo no es correcto, presente su reclamo por mesa de partes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este programa todavía no conoce este tipo de registro: sincronice, o actualice el programa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solicitar modificación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seguir con el borrador</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corregir la solicitud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya hay una solicitud de este registro en cola. Para cambiarla, anúlela en Mis solicitudes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La UGEL ya tiene una solicitud de este registro. Espere su respuesta, o anúlela en Mis solicitudes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no está en su legajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registrado el {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>actualizado el {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 novedad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} novedades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 cambio suyo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} cambios suyos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 novedad de la UGEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} novedades de la UGEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que su UGEL tiene registrado de usted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versión de su UGEL {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cambió en su UGEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En su legajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin código ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pide que se registre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pide que se modifique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pide que se retire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta sección solo la registra la UGEL: aquí se lee y no se piden cambios. Si algo no es correcto, presente su reclamo por mesa de partes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que está «En cola» todavía no llegó a la UGEL. Está guardado en esta computadora y saldrá solo cuando haya conexión.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los borradores son solo suyos: nadie los ve hasta que usted elija «Enviar solicitud».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aquí van: {filed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tiene registros en esta sección</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si le falta algo, pida que se registre; puede hacerlo sin conexión.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay registros en esta sección</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nuevo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su legajo todavía no está en esta computadora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llegará con la primera sincronización y quedará aquí, cifrado, también sin internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ir a Sincronización</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nada coincide con «{text}»</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se buscó en todos los datos y documentos de su legajo. Pruebe con otra palabra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borrar la búsqueda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 registro coincide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} registros coinciden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoja de vida</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Informe escalafonario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constancia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solicitar a escalafón</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solicitar una nueva</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emisión: {day}, {ago}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su legajo cambió después en 1 registro.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su legajo cambió después en {n} registros.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reemplazada por la del {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Venció el {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vigente hasta el {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hoy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ayer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hace {n} días</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hace {n} meses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hace {n} años</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tiene un informe guardado. Lo emite el equipo de escalafón de su UGEL y vale hasta seis meses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no hay una. La emite el equipo de escalafón de su UGEL; pídala desde aquí, también sin conexión.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La UGEL tiene su solicitud {code}. El documento llegará aquí solo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su solicitud ({code}) está guardada y saldrá sola cuando haya conexión.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Son correctos sus datos?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revíselos: un dato equivocado puede dejarle fuera de un concurso.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La última vez que los revisó fue {since}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nuevo registro: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pedir retiro: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solicitar modificación: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Enviar esta solicitud?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Al elegir «Enviar» queda guardada en esta computadora y ya no cambia. Sale sola cuando haya conexión; su legajo cambia solo cuando la UGEL la atienda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>se agrega</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>se quita</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cambia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo cambió la UGEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo cambió usted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los dos, igual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija uno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta corregir 1 dato, marcado en rojo. Puede guardar el borrador y seguir después.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta corregir {n} datos, marcados en rojo. Puede guardar el borrador y seguir después.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no cambió nada: lo escrito es igual a lo que hay en su legajo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Descartar este borrador?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se borra lo que escribió y los documentos que agregó aquí. Su legajo y sus otras solicitudes no cambian. Esto no se puede deshacer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Descartar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La UGEL retiró este registro de su legajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya no está: no hace falta pedirlo. Puede descartar el borrador.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Entendido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que escribió está completo. Puede pedir que se registre de nuevo, o descartar el borrador.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pedirlo como nuevo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya hay otra solicitud abierta de este registro. Espere su respuesta o anúlela en Mis solicitudes; su borrador sigue aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta el archivo de un documento en esta computadora. Quítelo y agréguelo otra vez; su borrador sigue aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En cola, todavía sin código. Está guardada en esta computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se está enviando; aquí verá el código de la UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saldrá sola cuando haya conexión.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La UGEL recibió su solicitud. Código: {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Solicitar su informe escalafonario?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Solicitar su hoja de vida?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El pedido va al equipo de escalafón de su UGEL. Queda guardado aquí y sale solo cuando haya conexión; el documento llegará a esta página.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Solicitar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ese documento todavía no está en esta computadora: llegará con la próxima conexión.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La UGEL cambió este registro mientras usted escribía</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nada de lo suyo se perdió. Lo que cambió uno solo ya está junto; donde cambiaron los dos, elija con cuál se queda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay nada que elegir: puede seguir con su borrador.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seguir con mi borrador</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ahora no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuando usted empezó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ahora en su legajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que usted escribió</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lo que usted escribió</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lo que hay en el legajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(vacío)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antes y después</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usted pide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documentos que van con la solicitud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ninguno nuevo. Los que ya están en su legajo siguen ahí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ninguno. Puede presentarlos después por la mesa de partes de su UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seguir revisando</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los datos quedan como están: solo se agregan documentos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cambiar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quitar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>todavía no está en esta computadora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a mi legajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Agregar documento…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por ejemplo: el título ya está registrado en SUNEDU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descartar borrador</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guardar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviar &amp;solicitud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Por qué pide retirarlo?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nota para quien lo atiende (opcional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agregue el documento que lo prueba (PDF o foto). Si todavía no lo tiene, puede presentarlo después por mesa de partes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para este registro no se pide documento; puede agregar uno si ayuda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documentos de sustento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usted pide que este registro salga de su legajo:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sí, están correctos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a las secciones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El documento llegará con la próxima conexión.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descargar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verificar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a la lista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pedir retiro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este registro no tiene documentos en el legajo digital.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La UGEL observó: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}. Lo resaltado es lo que usted pide; debajo está lo que hay en su legajo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}. Todavía no forma parte de su legajo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En su legajo: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solicitud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registros de la sección</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nuevo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secciones de su legajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} registros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lis</name>
    <message>
        <source>Línea que no se reconoce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valor que no corresponde al rótulo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texto fuera de las boletas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El mismo dato, dos veces y distinto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta un dato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boleta sin totales: el archivo está cortado o falta una página</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los haberes no suman el total impreso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los descuentos no suman el total impreso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El líquido no es haberes menos descuentos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Línea {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sale {found}, dice {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>el número de boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>el mes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>los apellidos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>los nombres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>el documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>el monto imponible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suma bien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con observaciones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No suma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incompleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se imprime: sus montos no suman. Aquí está su texto, tal como está en el archivo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se imprime: está incompleta. Aquí está su texto, tal como está en el archivo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se imprime: es de antes de julio de 1991, en intis o soles de oro. Aquí está su texto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin mes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adicional {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {n} boletas importadas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: ya estaba, con {n} boletas. No se cambió nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: su contenido cambió desde que se importó. No se cambió nada aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: se detuvo con {n} boletas, que quedan guardadas. Al importarlo otra vez sigue desde ahí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: no es un archivo de planillas del SUP. No se importó nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: no se pudo leer. Lo importado hasta ahí queda guardado; revise el disco o la memoria USB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} observaciones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 observación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} boletas no suman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 boleta no suma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} incompletas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 incompleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardando: {done} de {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {n} boletas, {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Las planillas antiguas del SUP (.lis), para buscar e imprimir sin internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{payslips} boletas de {people} personas, en {files} archivos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Las {n} más recientes. Escriba más para ver menos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 boleta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} boletas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} archivos se importaron sin establecimiento ni cargo: pulse «Completar índice».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anotando establecimientos y cargos: {done} de {total} boletas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Índice completo: ya se puede buscar por establecimiento y cargo en todas las boletas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detenido. Lo anotado se conserva; «Completar índice» sigue desde ahí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} guardadas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 guardada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} ya estaban iguales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} no se imprimen porque no suman o están incompletas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se detuvo; lo guardado queda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con el sello de la oficina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin sello: no se abrió la clave de la oficina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin sello: tiene un monto o un nombre que no se puede sellar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ese archivo no es una clave de oficina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La contraseña no abre esa clave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esa clave no está en la lista de confianza: nadie aceptaría su sello.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esa clave ya no vale para sellar boletas, o todavía no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> y de </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se hizo la constancia: no suma o está incompleta la boleta de {months}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se hizo la constancia: con ese documento hay boletas de {names}. Busque también por nombre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se hizo la constancia: antes de julio de 1991 se pagó en otra moneda, que no se suma con soles. Hágala desde 1991-07.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Las boletas son de más de una persona: no se hizo la constancia.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay boletas en esos meses, o son demasiados: no se hizo la constancia.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Una boleta está dos veces: no se hizo la constancia.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entran {n} boletas con el mismo documento y otro nombre: revíselas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> y {n} más</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin boleta en {months}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apellidos y nombres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Líquido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clave de {office} abierta: lo que se imprima lleva su sello, hasta cerrar el perfil.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La boleta se envió a la impresora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constancia guardada: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cambiaron, o se importaron sin anotar establecimiento y cargo: {names}. Lo importado antes de esos archivos se reemplaza.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carpeta donde guardar los PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clave de la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clave (*.pem);;Todos (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contraseña de la clave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Contraseña</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se usa solo en esta computadora, hasta que cierre el perfil. No se guarda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Abrir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constancia de haberes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todas las boletas de esta persona entre dos meses, con totales. Diga cuáles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Año y mes: 2015-03</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Desde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hasta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba el año y el mes así: 2015-03</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hacer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabla guardada: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Informe de lo importado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardar como tabla</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>observaciones.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabla para hoja de cálculo (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guardar como tabla…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cerrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>    y {n} más</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El informe sigue: guárdelo como tabla para verlo entero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archivo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Línea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué pasa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detalle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boletas encontradas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Importar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clave de la &amp;oficina…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardar &amp;todas las listadas…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In&amp;forme…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ninguna boleta coincide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pruebe con el DNI, o con un solo apellido; no hacen falta tildes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no hay planillas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija o arrastre aquí los archivos .lis de su oficina. Se guardan cifrados.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importar archivos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leyendo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No había archivos .lis ahí. No se cambió nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} archivos importados de {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver informe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El índice de planillas está dañado. Sus boletas y solicitudes están bien.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empezar de nuevo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Índice nuevo. Importe otra vez los archivos; el dañado se guardó aparte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archivos de planillas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planillas (*.lis *.LIS);;Todos (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Reemplazar lo importado?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reemplazar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planillas SUP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNI, apellidos y nombres, código o número de boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscar en las planillas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Establecimiento o cargo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscar por establecimiento o cargo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desde el año</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hasta el año</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hasta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>el comienzo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>el final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a la lista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texto de la boleta en el archivo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver el &amp;texto del archivo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guardar PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I&amp;mprimir…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Constancia…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija una boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aquí se ve la boleta transcrita, o su texto tal como está en el archivo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} · {file}, línea {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver la &amp;boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completar í&amp;ndice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anota el establecimiento y el cargo de las boletas importadas antes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>looks</name>
    <message>
        <source>&amp;Cerrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quién ha visto mi legajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuándo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quién</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para qué</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} veces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vio una solicitud suya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abrió un documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibió una copia para atenderla sin conexión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vio su ficha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparó un paquete de documentos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hizo una constancia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparó una memoria USB para usted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 persona de su oficina ha visto su legajo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} personas de oficinas han visto su legajo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nadie de una oficina ha visto su legajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cada vez que alguien lo vea, aquí dirá quién, cuándo y para qué. Llega al sincronizar.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>months</name>
    <message>
        <source>{field}: elegir el mes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Año anterior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Año siguiente</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packet</name>
    <message>
        <source>Falta completar lo señalado. No se creó ningún archivo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leyendo los documentos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leyendo documentos: {done} de {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foliando y uniendo: {done} de {total} páginas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparar expediente para mesa de partes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Número de expediente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿En qué carpeta se guarda el expediente?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparar expediente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Elegir carpeta y preparar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Volver al formulario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce&amp;rrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pages} pág. · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué pide, en una línea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quién se dirige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apellido paterno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apellido materno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nombres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Número de documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cargo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Institución educativa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dirección</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distrito, provincia y departamento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Celular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por qué lo pide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ciudad donde firma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentido de los folios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De atrás hacia adelante: el folio 1 es la última hoja.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empieza en el folio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El 1, salvo que continúe otro expediente.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Dónde lo presenta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Su pedido (FUT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Documentos, en este orden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4. Foliación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clave para consultarlo (si le dieron)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fecha en que lo presentó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Abrir la carpeta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardar el &amp;expediente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su expediente está listo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué hacer ahora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuando le den el número de expediente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escríbalo aquí: viaja solo a su UGEL y queda junto a su solicitud. Si todavía no lo tiene, cierre y vuelva después.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solicito {asked}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incorporar en mi legajo personal: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>modificar en mi legajo personal: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retirar de mi legajo personal: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mi reporte de hoja de vida</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mi informe escalafonario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Que presenté en Mi legajo la solicitud N° {code}, con la que pido {asked}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Que pido {asked}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se trata de: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjunto los documentos que lo sustentan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por lo expuesto, pido a usted acceder a lo solicitado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Director(a) de la {office}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acepta un solo PDF de hasta {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acepta hasta {count} archivos PDF de {limit} cada uno.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atención: {hours}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que llega después de las {time} cuenta desde el siguiente día hábil.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De atrás hacia adelante</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De adelante hacia atrás</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {pages} páginas, {size} de {limit} que aceptan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Son {count} archivos porque juntos pasan el límite: súbalos en orden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folios: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abra el PDF y firme la primera hoja: impresa y escaneada, o como acepte la entidad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revise que cada hoja se vea completa y con su folio arriba a la derecha.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Súbalo a la mesa de partes: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suba los archivos, en orden, a la mesa de partes: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abra el enlace que le llega al correo: sin eso, su pedido no ingresa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guarde el cargo y escriba aquí abajo el número de expediente que le den.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta el número. Está en el cargo que le dio la mesa de partes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba el día en que lo presentó, así: {example}. Hoy o antes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La clave es demasiado larga. Cópiela del cargo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta el pedido. Escríbalo en una línea.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta a quién se dirige. Por ejemplo: Director(a) de la UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faltan sus apellidos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faltan sus nombres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta el número de su documento.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta por qué lo pide, o es demasiado largo (hasta 20,000 letras).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta la ciudad donde firma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sus hojas tienen anverso y reverso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subir: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bajar: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su archivo no está en esta computadora: sincronice y vuelva a preparar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta solicitud no tiene documentos: el expediente llevará solo su pedido.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;UGEL, DRE o entidad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba una parte de su nombre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UGEL que coinciden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ninguna se llama así. Pruebe con otra parte del nombre.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packets</name>
    <message>
        <source>En su lista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Línea {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trabajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quién le falta algo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grupo guardado: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receta guardada: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cambiar el nombre de la receta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La receta se llama ahora {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receta quitada: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deshacer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carpeta donde guardar los paquetes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carpeta con otros PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Informe guardado: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Dónde está ahora la carpeta de este trabajo?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya hay otra receta con ese nombre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cambiar el nombre del grupo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El grupo se llama ahora {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grupo quitado: {name}. La lista de abajo sigue aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya hay otro con ese nombre. Escriba uno distinto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listas (*.xlsx *.csv *.txt);;Todos (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lista de personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Excel (*.xlsx);;CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardar informe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardar como grupo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nombre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Qué hay en cada columna?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basta que una tenga el DNI, el código modular o los apellidos y nombres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La fila {n} tiene los títulos: no es una persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leer así</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija al menos una columna con el DNI, el código modular o los nombres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columna {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se usa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Código modular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apellidos y nombres, o una parte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trabajos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nuevo paquete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no armó ningún paquete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boletas, constancias o legajos de muchas personas a la vez, en PDF listos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nuevo paquete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya hay un trabajo en marcha. Espere a que termine, o deténgalo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparando…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abrir carpeta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El archivo de la oficina está dañado. Sus boletas y solicitudes están bien.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empezar de nuevo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Quitar este trabajo de la lista?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sus archivos se quedan en la carpeta. Un trabajo detenido ya no podrá continuar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quitar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paquetes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documentos de muchas personas a la vez: elegirlas, elegir qué lleva cada una, armar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encontrada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceros repuestos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por código modular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por su nombre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elegida por usted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nombre distinto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNI sin datos aquí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Varias posibles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se encontró</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repetida</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fuera de la lista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su DNI es de {person}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La hoja de cálculo había quitado los ceros del comienzo del DNI; con ellos es de {person}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su código modular es de {person}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La línea no trae DNI; por el nombre completo es {person}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usted dijo que es {person}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ese DNI es de {person}, y la lista trae otro nombre. Va como está; corríjala si no es quien busca.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aquí no hay nada con ese DNI. Va como está, y el informe dirá si no se encontró ningún documento.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puede ser más de una persona. Elija cuál, o déjela fuera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ni número ni nombre llevan a nadie. Escriba su DNI, o déjela fuera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es la misma persona de la línea {first}: se hace una vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usted la dejó fuera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNI {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} (DNI {number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a 1 DNI se le repusieron sus ceros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a {n} DNI se les repusieron sus ceros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 línea repetida</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} líneas repetidas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 por revisar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} por revisar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sin resolver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} sin resolver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>la lista es más larga de lo que se lee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El archivo es demasiado grande para ser una lista. Guárdela sola, en un archivo aparte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es un Excel de los antiguos (.xls). Ábralo y guárdelo como .xlsx o .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es un PDF. Abra la lista en su hoja de cálculo y guárdela como .xlsx o .csv, o cópiela y péguela aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El archivo no tiene ninguna fila.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se reconoce ninguna columna con DNI, código modular o nombres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pudo leer el archivo. Puede estar dañado o tener contraseña: guárdelo como .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pudo leer el archivo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N.º</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apellidos y nombres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Institución</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documentos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Páginas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archivo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que falta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Informe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carpeta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personas a quienes les falta algo ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un mes sin boleta puede ser uno en que la persona no estuvo en planilla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A nadie le falta nada de lo que se pidió.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INFORME DE PAQUETES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que falta, persona por persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boletas de pago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constancia de haberes y descuentos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoja de vida</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Informe escalafonario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sustentos de solicitudes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un PDF por persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un solo PDF con todas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Una carpeta por persona, cada documento suelto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Como en la lista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por apellidos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por institución y apellidos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{span} (solo {months})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este año</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El año pasado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los últimos 12 meses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo el mes pasado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin límite de tamaño (carpeta, memoria USB o impresora)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carátula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>índice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape}, con {extras}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Póngale un nombre de hasta 60 letras: se imprime en las carátulas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija al menos un documento.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El último mes va después del primero, y entre ambos hay cuarenta años como máximo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ninguno de los meses elegidos cae en ese período.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La receta no está bien escrita.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} de {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quedan unos {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En marcha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detenido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con faltantes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} de {total} personas listas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {n} les falta algo: vea el informe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A 1 le falta algo: vea el informe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puede continuar cuando quiera: lo hecho no se repite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se detuvo porque el disco está lleno. Libere espacio y pulse Continuar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se detuvo porque no se permite escribir en la carpeta. Elija otra o pida permiso.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se detuvo porque la carpeta ya no está. Si es una memoria, conéctela y pulse Continuar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se detuvo porque se perdió la conexión con el servicio. Cuando vuelva, pulse Continuar: lo que llegó está guardado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se detuvo porque la carpeta con otros PDF ya no está. Si es una memoria, conéctela y pulse Continuar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se detuvo porque en la carpeta apareció un archivo con el mismo nombre. Muévalo y pulse Continuar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alguien vació la carpeta de trabajo. Pulse Continuar para rehacer esas partes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Una persona sola pesa más de lo que recibe el destino. Elija otro destino o un PDF por persona.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se detuvo porque no se pudo escribir en la carpeta. Pulse Continuar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pesa {size}, y el destino recibe hasta {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un documento no se puede leer: {title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un documento hizo caer al lector de documentos, y no se repitió.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pudo armar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En espera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin documentos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se hizo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta algo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminado: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a los trabajos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Continuar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Abrir carpeta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Informe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quitar de la lista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personas a quienes les falta algo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No falta nada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hasta ahora no falta nada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cada persona tiene todo lo que pide la receta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que falte se dirá aquí, persona por persona.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salir sin armar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Atrás</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Siguiente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destino</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paso {n} de 3 · {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Armar &amp;paquetes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diga quién es cada línea señalada, o déjela fuera, para seguir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija la carpeta donde se guardan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;brir lista…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O péguela aquí, copiada de su hoja de cálculo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basta una columna con el DNI, el código modular o los apellidos y nombres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leer lo pegado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O elija un grupo o una institución</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Líneas de la lista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Cuál es?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su DNI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Corregir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dejar &amp;fuera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guardar como grupo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cambiar &amp;nombre…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quitar grupo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Col&amp;umnas…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Otra lista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no hay nada pegado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un DNI tiene 8 cifras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Para quiénes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Una hoja de cálculo (.xlsx) o un archivo .csv con la lista de personas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Receta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se imprime en las carátulas y nombra el trabajo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por ejemplo marzo 2015, mar-2015 o 03/2015</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Desde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hasta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cómo salen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En qué orden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carátula con lo que falta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Índice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo los sustentos de esta solicitud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su código, por ejemplo SOL-2026-000123. Vacío: los de las solicitudes sin resolver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para qué se necesitan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La persona lo lee en «Quién ha visto mi legajo».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guardar receta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quitar receta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cambiar nom&amp;bre…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba el mes y el año, por ejemplo marzo 2015, o elíjalos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué lleva</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De qué meses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cómo sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin límite: carpeta, memoria USB o impresora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Para qué mesa de partes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sus límites de tamaño y su manera de foliar se respetan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Elegir carpeta…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carpeta con &amp;otros PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clave de la o&amp;ficina…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no eligió la carpeta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opcional: PDF de la oficina, con el DNI en el nombre del archivo (y el mes: 2015-03).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Las boletas antiguas y constancias llevan el sello de {office}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin clave, las boletas antiguas y sus constancias salen sin sello, y lo dicen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dónde se guardan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que se va a armar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>payslips</name>
    <message>
        <source>Concepto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En la boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monto S/</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Efecto S/</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tipo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haberes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descuentos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Líquido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mis boletas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descargar todas…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija una boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aquí se ve el documento, el detalle de cada concepto y qué cambió.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pagado con cheque {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depositado en cuenta {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingresos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>escala {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} horas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monto imponible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cargo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Régimen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Institución</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pensión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N.º de boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retención a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ingreso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>descuento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en la boleta: {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sus montos ya están aquí: vea «Detalle».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta boleta no tiene PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina publicó los montos sin el documento.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usted pidió este PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se descargará primero, apenas haya señal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El ahorro de datos está activado: los PDF vienen solo si los pide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Traer este PDF ({size} como máximo)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El PDF llegó a medias ({share} %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que falta se descargará solo al conectarse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El PDF todavía no está en esta computadora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se descargará solo al conectarse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este PDF pide una contraseña</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La boleta se guardó tal como la envió la oficina. Descárguela y ábrala con su lector de PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este PDF no se puede mostrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se guardó tal como lo envió la oficina, pero está dañado. Los montos están en «Detalle»; avise a la oficina para que lo publique de nuevo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Qué cambió?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay una boleta anterior del mismo cargo y tipo con la cual comparar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Qué cambió frente a {month}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> No hay boleta de {month}; se compara con la última anterior.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibió lo mismo que en {month}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De {before} a {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hubo cambios que se compensan: el líquido es el mismo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibió {amount} más que en {month}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibió {amount} menos que en {month}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descuento nuevo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingreso nuevo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya no se descuenta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya no se paga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subió de {before} a {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bajó de {before} a {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} de {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mensual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judicial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adicional {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cargo {number} · {post}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por descargar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descargando {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En pausa {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sus boletas quedan guardadas y cifradas en esta computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 boleta, de {period}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} boletas desde {period}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>todas guardadas en esta computadora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 guardada en esta computadora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{held} guardadas en esta computadora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 boleta coincide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} boletas coinciden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{heading}, líquido {net} soles, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ninguna boleta coincide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay boletas con {filter}. Pruebe con otro año, otro mes u otra palabra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ese filtro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver todas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sus boletas están llegando</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primero llega la más reciente. Puede seguir usando el programa mientras tanto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no hay boletas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina aún no ha publicado boletas para usted. Llegarán solas al publicarse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscar novedades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no hay boletas en esta computadora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conéctese e ingrese una vez: sus boletas desde mayo de 2020 se guardarán aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ir a Sincronización</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> y </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conceptos que cambiaron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingresos y descuentos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norma: {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Año</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscar concepto o monto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todos los años</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todos los meses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boletas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vista de la boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detalle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a la lista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verificar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descargar…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>requests</name>
    <message>
        <source>Qué observó la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por qué no se aceptó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué dijo la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que escribió y sus archivos están completos en esta computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por qué no se pudo enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina restauró una copia anterior de sus datos y ya no tenía esta solicitud (era la {code}). Chasqui la envía otra vez, la misma y con los mismos documentos. No se duplica y usted no tiene que hacer nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina restauró una copia anterior de sus datos. Lo último que se había hecho con esta solicitud ya no figura. Aquí se muestra lo que la oficina tiene ahora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expediente {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clave {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presentado el {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documento sin nombre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 folio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} folios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se pide a la oficina que genere su hoja de vida. Llegará a Mi legajo como un PDF firmado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se pide a la oficina un informe escalafonario. Llegará a Mi legajo como un PDF firmado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin código ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoja de vida</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Informe escalafonario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 solicitud abierta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} solicitudes abiertas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 borrador</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} borradores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aquí se sigue cada pedido a la oficina, hasta el final.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tiene borradores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un cambio que empiece en Mi legajo y deje a medias se guarda solo y aparece aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ir a Mi legajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay solicitudes abiertas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todo lo que pidió ya tiene respuesta. Puede verlo en «Todas».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver todas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no pidió ningún cambio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En Mi legajo, pulse «Solicitar modificación». También sin internet: se enviará solo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agregar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modificar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retirar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} de sus solicitudes tienen novedades de la oficina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina recibió su solicitud. Código: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina recibió {n} solicitudes suyas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 en la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} en la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 observada por la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} observadas por la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 por enviar, saldrá sola</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} por enviar, saldrán solas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 que no se pudo enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} que no se pudieron enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su solicitud {name} fue atendida.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su solicitud {name} fue observada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su solicitud {name} fue rechazada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su solicitud {name} quedó anulada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su solicitud {name} no se pudo enviar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corríjala y vuelva a enviarla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El plazo para corregirla ya venció.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El plazo para corregirla vence hoy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le queda 1 día hábil para corregirla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le quedan {n} días hábiles para corregirla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver qué observó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La solicitud {name} no se pudo enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}. Lo que escribió está guardado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver por qué</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver el motivo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver la solicitud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiene un borrador sin enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiene {n} borradores sin enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El más reciente: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seguir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulse «Corregir»: lo que escribió está completo. Revíselo y envíelo otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina no pudo recibir esta solicitud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulse «Corregir»: se abre con todo lo que escribió, para revisarla y enviarla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mientras esperaba, la oficina cambió ese mismo registro de su legajo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulse «Corregir» para ver qué cambió la oficina y decidir qué sigue pidiendo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina encontró datos que no están bien escritos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulse «Corregir»: cada dato por revisar lo dice a su lado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina ya tiene otra solicitud abierta sobre el mismo registro.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Espere la respuesta de la otra, o anúlela y después corrija esta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A la oficina le faltó algún archivo de sustento.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulse «Corregir», revise que los archivos se puedan ver y envíela otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un archivo de sustento llegó distinto del que usted adjuntó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulse «Corregir», adjunte el archivo de nuevo y envíela otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un archivo de sustento es más grande de lo que la oficina recibe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulse «Corregir» y adjúntelo con menos calidad o dividido en partes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina tiene con ese mismo número interno una solicitud distinta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina no entendió esta solicitud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina ya la había decidido.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulse «Sincronizar ahora» para recibir su respuesta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina no encuentra esta solicitud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su plazo venció el {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su plazo vence hoy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le queda 1 día hábil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le quedan {n} días hábiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina responde hasta hoy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>para corregirla</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La persona puede corregirla hasta el {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>para corregir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responder hasta el {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>venció</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vence hoy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>de la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina debía responder hasta el {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hoy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina responde hasta el {day}: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 día hábil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} días hábiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviando</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borrador</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En cola</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Espera que vuelva a ingresar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Espera conexión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pudo enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En solicitud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atendido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rechazado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anulado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reintentar ahora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enviar ahora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Descartar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cam&amp;biar n.º de expediente…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seguir y enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Volver a ingresar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;orregir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparar e&amp;xpediente…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anotar n.º de ex&amp;pediente…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copiar &amp;código</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Anular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Aceptar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Descartar este borrador?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se borra de esta computadora, con sus archivos, y no se puede recuperar. A la oficina no se envió nada y su legajo queda como está.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Anular esta solicitud?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no salió de esta computadora: se anula aquí, ahora mismo, y la oficina no la recibirá. Su legajo queda como está.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Está en camino y puede que la oficina ya la tenga. Primero se confirma el envío y en seguida se pide la anulación, sola, con la próxima conexión. Hasta entonces seguirá en la lista.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina no la aceptó, así que allá no hay nada que anular. Aquí quedará como anulada y lo que escribió se seguirá viendo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina ya la tiene como {code}. Se le pedirá la anulación con la próxima conexión. Si la atiende antes, ya no se podrá anular y usted lo verá aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usted pidió anularla. Se avisará a la oficina con la próxima conexión, sin que haga nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya hay otra solicitud que la corrige: siga esa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usted pidió anularla, pero la oficina ya la había atendido: ya no se pudo anular y el cambio está en su legajo. Si no lo quiere, pida otra modificación.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lea la observación, pulse «Corregir» y vuelva a enviarla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El plazo para corregirla ya venció. Puede corregirla igual: la oficina decide si la recibe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lea la observación, pulse «Corregir» y vuelva a enviarla. Lo que ya escribió no se pierde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Está guardada y se enviará sola cuando haya conexión. No tiene que hacer nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se está enviando. Si la conexión se corta, continúa donde quedó y no se duplica.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es un borrador: solo está en esta computadora. Ábralo, termínelo y pulse «Enviar solicitud».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se envió y falta que la oficina confirme. Se preguntará solo hasta saberlo, y no se duplica.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su ingreso al servicio venció. Vuelva a ingresar y se enviará; nada se perdió.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina la tiene. Si su UGEL pide el sustento por mesa de partes, prepare el expediente. Después anote aquí el número que le den.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminó: el cambio ya está en su legajo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina no la aceptó. Lea el motivo; si puede subsanarlo, pulse «Corregir» y envíe otra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Está anulada y no cambia más. Si la necesita, pídala de nuevo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Código y fecha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué se pide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plazo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pedida</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anulación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se intenta enviar ahora. Arriba se ve cómo va.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sincronice una vez: el expediente lleva sus datos y aún no están aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anotado. Se enviará a la oficina con la próxima conexión.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Código copiado: {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borrador descartado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solicitud anulada. La oficina no la recibió.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anulación pedida. Se avisará a la oficina con la próxima conexión.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seguimiento de atención de solicitud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué solicitudes mostrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abiertas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borradores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solicitudes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ese archivo está en la oficina. Llegará aquí con la próxima conexión.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ese archivo ya no está en esta computadora ni se puede pedir a la oficina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 página</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} páginas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este archivo no se puede mostrar: está dañado o no es un PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documento de sustento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cerrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mis solicitudes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver solicitudes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Número de expediente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es el que le dio la mesa de partes por el sustento de {name}. Se envía solo y la oficina lo verá junto a su solicitud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Número de expediente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MPT-FUT2026-EXT-77</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La que sirve para consultarlo, si le dieron una.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fecha en que lo presentó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Así: 23/11/2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guardar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba el día, el mes y el año, así: 23/11/2026. No puede ser después de hoy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué cambia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Como está</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Como se pide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sin archivo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when} · {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a la lista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija una solicitud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aquí se ve qué pidió, qué respondió la oficina y qué hacer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué sigue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cómo estaba antes no se sabe en esta computadora: la oficina ya lo cambió.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sustentos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mesa de partes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su nota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Historia</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>Preguntando al servicio…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personas de la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Documento (DNI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guardar roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cerrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija a alguien, o escriba el documento de quien trabaja en su UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba el documento, o elija a alguien de la lista.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles de la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quién</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalafón</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planillas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mesa de partes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrador</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ninguno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por atender: {waiting} ({overdue} vencidas, {soon} por vencer). Por recibir en mesa de partes: {new}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observadas: {observed}. Atendidas: {attended}. Rechazadas: {rejected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}: {by} dejó a {whom} con {after} (antes {before}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nadie con ese documento tiene usuario y legajo en su UGEL. Revise el número.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su oficina quedaría sin administrador. Dé primero ese rol a otra persona.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo quien administra la oficina puede ver y dar roles.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sheets</name>
    <message>
        <source>Resumen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se guardó {names}. Esta copia queda sin cifrar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planilla</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boleta N.º</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fecha de pago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apellidos y nombres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Código modular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cargo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Establecimiento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total haberes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total descuentos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Líquido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monto imponible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boletas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tipo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Código</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concepto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descuento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conceptos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adicional {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judicial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mensual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entidad que paga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hasta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HECHO POR LA PROPIA PERSONA CON SUS BOLETAS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumen de haberes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin sello</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este resumen no tiene sello y no es un documento de la entidad. Sirve para leer las cuentas, no para acreditarlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumen sin sello</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para acreditar sus haberes: presente las boletas mismas, que llevan el sello de la entidad y se comprueban sin internet; o pida a su UGEL una «constancia de haberes y descuentos» de estos meses, por su mesa de partes, con un FUT. La constancia sellada llega a Chasqui, en Mi legajo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haberes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descuentos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por mes, en soles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haberes por concepto, en soles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descuentos por concepto, en soles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumen y hojas de cálculo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Desde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hasta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumen de haberes, en PDF (sin sello): por mes y por concepto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoja de cálculo Excel: una fila por boleta y una por concepto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dos archivos CSV, para otros programas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guardar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sustento</name>
    <message>
        <source>Documento guardado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abriendo «{name}»</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculando cuánto pesa…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documentos y fotos (*.pdf *.jpg *.jpeg *.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elegir el documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Salir sin guardar este documento?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que agregó aquí no quedará en la solicitud. Sus archivos no se tocan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Salir sin guardar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suelte aquí el PDF o las fotos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El archivo de este documento no está en esta computadora. Puede corregir sus datos sin él, o elegir otro archivo en su lugar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Agregar más…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ver el PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guardar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancelar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agregar sustento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documento de sustento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Volver a las páginas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El archivo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un PDF, o fotos JPG o PNG de cada hoja. Se juntan en un solo PDF, derechas y livianas, sin el lugar ni la cámara que guardan los teléfonos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué dice el documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Página {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poner antes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poner después</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Girar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Girar a la derecha (G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quitar la página</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quitar la página (Supr)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Van en este orden. Arrastre una hoja para cambiarla de lugar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Páginas del documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} (si tiene)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tray</name>
    <message>
        <source>Quién pide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué pide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plazo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sincroni&amp;zar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solicitudes de la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver más</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su ingreso al servicio venció. Vuelva a ingresar para traer y enviar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerrar documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerrar documento (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documento anterior (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documento siguiente (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} de {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este documento todavía no está en esta computadora y no hay conexión para traerlo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trayendo el documento…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a ingresar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandeja de solicitudes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tomar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Soltar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Atender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Observar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rechazar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;ecibir…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su decisión no se aplicó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usted ya la recibió; falta que llegue a la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se envía con la próxima sincronización.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usted ya decidió; falta que llegue a la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La está viendo {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puede leerla. Para decidir, tiene que soltarla primero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El registro cambió después de esta solicitud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se puede atender tal como está. Obsérvela para que la corrijan con lo que hay hoy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Al atender se genera su hoja de vida con lo que hay hoy en el legajo, firmada, y le llega sola.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Al atender se genera el informe escalafonario con lo que hay hoy en el legajo, y le llega solo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por recibir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibidas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les falta algo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por atender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por vencer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mi cargo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin tomar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observadas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No aplicadas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atendidas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rechazadas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cualquier plazo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vencidas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hasta 2 días hábiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hasta 5 días hábiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todas las secciones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoja de vida</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Informe escalafonario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todo tipo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se aplicó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atender: por enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observar: por enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rechazar: por enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomar: por enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soltar: por enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibir: por enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>la tiene usted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>la tiene {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solicitudes de los servidores de su UGEL, la de plazo más próximo primero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datos: {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 solicitud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busque por DNI, apellidos, código de la solicitud o número de expediente.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ninguna con estos filtros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quite alguno para ver las demás.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay solicitudes por recibir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuando llegue una, aparece aquí para registrar su expediente y derivarla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todas sus decisiones se aplicaron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si alguien decide antes que usted, aquí se dice quién y cuándo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ninguna en esta vista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija otra vista para ver las demás.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} solicitudes, la de plazo más próximo primero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La bandeja todavía no llegó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llega con la primera sincronización con conexión. Después se atiende también sin ella.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nadie coincide con «{text}»</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay solicitudes por atender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuando llegue una, aparece aquí con su plazo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se genera el documento y le llega a {who}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El cambio entra en el legajo de {who} y le llega solo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Una solicitud atendida no cambia más.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cada cambio entra en el legajo de quien lo pidió y le llega solo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Atender {code}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observar {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observar {n} solicitudes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} lee este motivo y tiene 5 días hábiles para corregirla. Su legajo queda como está.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cada persona lee este motivo y tiene 5 días hábiles para corregir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Observar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rechazar {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rechazar {n} solicitudes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} lee este motivo. Su legajo queda como está y una solicitud rechazada no cambia más.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cada persona lee este motivo. Una solicitud rechazada no cambia más.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rechazar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Atender {n} solicitudes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} ya la recibió, {when}. Lo que usted registró no se aplicó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} ya la atendió, {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} ya la rechazó, {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quien la pidió la anuló o la cambió por otra, {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La tomó {who}, {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} ya la observó, {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cambió mientras usted la veía, {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otra persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su decisión anterior sobre {code} sí llegó: está {state} desde {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su decisión no se aplicó; aquí está como quedó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su cuenta ya no tiene permiso para atender solicitudes. Avise a soporte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esa solicitud ya no está en la bandeja de su UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El registro cambió después de la solicitud y no se pudo atender. Obsérvela para que la corrijan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta el motivo. Escríbalo y vuelva a intentar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El servicio no tiene ese archivo. Observe la solicitud para que lo envíen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Venía detrás de otra decisión suya sobre la misma solicitud, y esa no se aplicó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La solicitud ya fue atendida, rechazada o anulada y no cambia más.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otra persona tomó o cambió la solicitud antes. Revise cómo está.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El servicio no puede generar el documento en este momento. Intente más tarde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a la bandeja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija una solicitud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aquí se ve qué cambia, con sus sustentos, y se decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Entendido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Decidir otra vez</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Deshacer mi decisión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué cambia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sustentos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué trae</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mesa de partes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nota de quien pide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Historia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motivos frecuentes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Motivo que leerá</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nota (si quiere)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija un motivo frecuente, o escríbalo abajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba el motivo: sin él, la persona no sabe qué corregir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardar como vista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queda en su lista de vistas, en esta computadora, con los filtros y palabras de ahora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nombre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guardar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya hay una vista con ese nombre: se reemplaza.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNI, nombre, código</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscar en la bandeja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por DNI, apellidos y nombres, código de la solicitud o expediente (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filtros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sección</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tipo de registro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Institución educativa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardar como vista…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borrar esta vista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quitar filtros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toda institución</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deshacer (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} Se envía en {n} segundos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} Se envía en 1 segundo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} Se envía cuando haya conexión; hasta entonces puede deshacerse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya salió hacia la oficina: no se puede deshacer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deshecho. No se envió nada y la solicitud queda como estaba.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deshechas {n} decisiones. No se envió nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina registró {n} decisiones suyas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 decisión por enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} decisiones por enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} decisiones no se aplicaron: otra persona decidió antes o algo cambió. Vea «No aplicadas».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code}: queda a su cargo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code}: queda libre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code}: atendida.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code}: observada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code}: rechazada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code}: recibida.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} solicitudes quedan a su cargo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} solicitudes quedan libres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} solicitudes atendidas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} solicitudes observadas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} solicitudes rechazadas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} solicitudes recibidas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} quedó a su cargo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} quedó libre para quien la atienda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} quedó atendida. A {who} le llega con su próxima sincronización.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} quedó observada. {who} tiene 5 días hábiles para corregirla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} quedó rechazada. {who} leerá el motivo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} quedó recibida. {who} leerá su número de expediente.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quitar la selección</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} elegidas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} se pueden decidir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El FUT está incompleto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta la firma en el FUT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los folios no coinciden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta un documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un documento no se lee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibir {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La solicitud pasa a {desk} y {who} lee su número de expediente.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} lee su número de expediente y a quién se derivó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solicitante identificado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faltan datos del solicitante</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folios declarados: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documentos sin folios declarados: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía sin número de expediente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibida por {who}, {when}: {n} folios, derivada a {desk}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observada en mesa de partes: {what}. Puede completarla hasta el {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>por recibir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recibida, falta algo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recibida</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documentos adjuntos: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No necesita documentos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin documento de sustento, y lo necesita</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalafón</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planillas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usted registró el expediente {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usted escribió: «{text}»</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} decisiones suyas no se aplicaron: otra persona decidió antes o algo cambió.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisiones no aplicadas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver en la Bandeja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entendido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Número de expediente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clave (si tiene)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fecha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;olios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recibir y derivar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Derivar a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Derivar a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué le falta (se recibe igual; tiene 2 días hábiles para completar)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escríbala así: 23/11/2026. No puede ser después de hoy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba cuántos folios trae, con cifras.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>verify</name>
    <message>
        <source>Archivo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resultado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pudo leer ese archivo. Se sigue usando la lista de antes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abrir lista de confianza</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lista de confianza (*.cbor);;Todos los archivos (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verificar documentos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guardar informe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abrir &amp;lista de confianza…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comprobando…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El resultado aparece aquí cuando esté listo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aquí verá el resultado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué se firmó y qué se ve, qué se revisó y qué hacer. Nada sale de esta computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrastre aquí boletas en PDF, fotos o una carpeta. Se comprueban sin internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documentos que comprobar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documentos e imágenes (*.pdf *.png *.jpg *.jpeg *.tif);;Todos los archivos (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carpeta que comprobar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Informe en PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libro de Excel (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabla para otros programas (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardar informe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingresos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descuentos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apellidos y nombres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Código modular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sellada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ver solo lo que dice el sello</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esto no es el documento: es lo que dice el sello, vuelto a escribir por Chasqui.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sellado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo demás no cabe en el sello, que lleva su huella: si cambia una palabra, se nota.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total haberes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total descuentos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Líquido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monto imponible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Son muchas líneas y no cupieron en el sello: de ellas solo se firmó la suma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boleta de pago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boleta de planilla adicional N° {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boleta de beneficiario judicial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documento sellado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lista de confianza n.º {version}, del {day} ({age})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hoy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ayer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hace {n} días</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hace {n} años</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es la misma lista que ya estaba en uso (n.º {version}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lista aceptada: ahora se usa la n.º {after} en lugar de la n.º {before}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se sigue usando la lista n.º {version}, como antes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pida la lista a su UGEL o espere a la próxima sincronización.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Es la n.º {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esa lista no es más nueva que la que ya está en uso.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esa lista fue cambiada: su firma no es correcta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esa lista no la firmó quien debe firmarla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ese archivo no es una lista de confianza.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esa lista es de prueba y la que está en uso no, o al revés.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No figura como anulado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los nombres, el DNI, el mes y cada monto son los firmados.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nada está tapado, escondido ni puesto encima de lo firmado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay nada agregado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay nada agregado, fuera del número de folio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los nombres, el DNI, la oficina y cada palabra de cada página son los firmados.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El QR es de {issuer} y su sello es correcto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los {n} sellos son de {issuer} y son correctos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hay sellos de {issuer} y son correctos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La clave del emisor estaba vigente el {date}, cuando selló.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Las claves estaban vigentes cuando se selló.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comprobado {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>huella {digest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que envió la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que se ve en la hoja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que firmó {issuer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se ve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otro texto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otro orden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otra cosa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monto sin firmar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texto agregado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texto de la hoja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orden de la hoja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documento firmado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Páginas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (página {page})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coinciden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coincide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compárelo usted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Página {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Páginas {first} a {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dirección no válida</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dirección de {host} (no se abrió): {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texto: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Página {page}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planilla</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oficina emisora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Válido hasta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Número de página</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contenido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un dato firmado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>está vacío</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>es demasiado grande para ser una boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no es un PDF ni una imagen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no es un documento, sino una carpeta u otra cosa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>está protegido con contraseña</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no tiene páginas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tiene páginas de un tamaño imposible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tiene más texto del que cabe en una boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pedía demasiada memoria y se dejó de leer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tardaba demasiado y se dejó de leer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hizo fallar al lector, que trabaja aparte: nada se dañó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ya no está en esa carpeta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no se deja abrir: falta permiso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no se pudo leer del disco o de la memoria USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>está dañado o incompleto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>un cuadro de texto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>un sello o imagen pegada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>un resaltado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>un campo de formulario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>un trazo a mano</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>una nota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>un enlace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>una anotación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El sello nombra a un emisor conocido, pero no lo hizo su clave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El sello no cumple sus propias reglas: ninguna oficina lo hizo así.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La oficina anuló este documento el {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El documento fue válido hasta el {date}: ya venció.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La clave del emisor se da por robada desde el {date}: ni la fecha del sello es creíble.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La clave del emisor fue retirada el {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La clave del emisor no estaba vigente en la fecha del sello.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La clave del emisor no es para este tipo de documento.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La clave del sello no está en la lista de confianza.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: la hoja no dice lo que se firmó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: está firmado y en la hoja no aparece.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: una línea no es la que se firmó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: falta una línea que se firmó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: hay una línea que nadie firmó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En la hoja hay un monto que nadie firmó: {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El texto de la hoja no es el que se firmó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Las palabras son las que se firmaron, pero cambiaron de lugar o de orden: dicen otra cosa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hay una página que imita a las del documento y no lleva su sello.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El sello es de {expected} páginas y el archivo trae {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En una misma hoja hay dos sellos distintos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: está tapado, cortado o escrito para que no se vea.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: lo que se ve no es lo que el archivo dice por dentro.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hay texto que no se ve o que se ve distinto de lo que dice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: cambia según una capa del PDF que se puede prender y apagar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: hay algo puesto encima ({found}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es una foto, un escaneo o un dibujo: no hay texto que comparar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Una imagen cubre la hoja: no se puede comparar lo que muestra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usa un tipo de letra que este programa no sabe comparar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El texto del archivo no se entiende: no se puede comparar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En una misma hoja hay varios documentos sellados: verifique cada uno en su propio archivo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Las palabras son las que se firmaron, pero no están todas en su lugar: compare fechas y datos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: el dato está, pero no junto a su rótulo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El archivo tiene {expected} páginas y solo se revisaron {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El sello es de una clase más nueva que este programa. Actualícelo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El archivo está armado de modo que puede verse distinto en otro programa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El archivo no trae su tipo de letra: puede verse distinto en otra computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se agregó texto: {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se agregó un trazo, una mancha o una imagen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se agregó {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El PDF tiene capas que se pueden prender y apagar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hay otro código además del sello.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hay una página sin sello.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El PDF trae instrucciones que se ejecutan solas o un formulario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El archivo es idéntico al que llegó del servicio central.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: no es el monto que envió la oficina para esa persona y ese mes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los montos son los que envió la oficina, pero el archivo es otro.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El QR es de los actuales, sin sello: cualquiera puede copiarlo o inventarlo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los números del QR están también en la hoja; eso no prueba quién la hizo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El QR dice algo que la hoja no dice: {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se ve un QR, pero está borroso, cortado o muy pequeño.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se encontró ningún QR en el archivo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El archivo {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El sello tiene fecha futura ({date}): revise la fecha de esta computadora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La lista de confianza debía renovarse el {date}: sincronice para tener la última.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Las hojas llevan un número de folio, puesto al reunir los documentos. No cambia lo firmado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El PDF trae archivos adjuntos, que no se revisaron.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No acepte este documento. Pida a la persona su boleta desde Chasqui o a su UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sello falso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sello falso: no lo hizo la oficina que dice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No acepte este documento ni use sus datos: por eso no se muestran. Pida la boleta a la UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoja de vida</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Informe escalafonario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constancia de haberes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constancia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} a {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mire qué se agregó (un sello de recibido, un resaltado): no es parte del documento. Si parece un registro o un dato más, no lo tome en cuenta y pida el PDF original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auténtica: lo que se ve en cada página es lo que se firmó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alterada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alterada: lo que se ve no es lo que se firmó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anulada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No la acepte. Pida a la UGEL la que la reemplaza.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auténtico</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auténtico: lo que se ve en cada página es lo que se firmó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alterado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alterado: lo que se ve no es lo que se firmó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anulado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anulado: la oficina lo dejó sin efecto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lo acepte. Pida a la UGEL el que lo reemplaza.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puede aceptar este PDF. Un papel impreso se puede cambiar: compárelo con el PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No acepte este documento. Pida a la UGEL que le envíe el PDF original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin comprobar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sello correcto: no se pudo comprobar el contenido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El sello nombra a la persona y a la oficina, pero no lleva todo lo escrito. Pida el PDF original en vez de la foto o el escaneo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documentos auténticos: {n}. Páginas sin sello: {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con páginas sin sello</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los documentos sellados están como se firmaron. Mire qué son las otras páginas: la carátula y el índice de un paquete no llevan sello. De lo que digan no responde ninguna oficina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No la acepte. Pida la boleta que la reemplaza.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No coincide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No coincide con la boleta que envió la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clave en manos ajenas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No es de fiar: la clave de este sello llegó a manos ajenas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No acepte este documento por su sello. Pida a la UGEL que lo emita de nuevo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clave retirada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En duda: la clave de este sello no estaba en regla</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pida a la UGEL que confirme esta boleta o que la emita de nuevo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emisor desconocido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emisor desconocido: no está en la lista de confianza</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eso solo no la hace falsa. Sincronice o abra una lista de confianza más nueva y vuelva a comprobarla; si sigue igual, consulte a la UGEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare usted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare cada dato de la hoja con los de arriba, que son los firmados. Si puede, pida el PDF original en vez de la foto o el escaneo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si es una boleta, pida la sellada. Si es otro documento, compárelo con el original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con agregados</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mire qué se agregó (un sello de recibido, un resaltado). Los datos firmados son los de arriba: guíese solo por ellos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vencido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vencido: es lo que se firmó, pero ya no tiene vigencia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lo use para un trámite de hoy. Pida a la UGEL uno nuevo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR sin firma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anulada: la oficina la dejó sin efecto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sello correcto: compare usted la hoja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo firmado está intacto, con agregados</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El QR no lleva sello: no prueba nada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cualquiera puede copiar un QR así. Pida la boleta sellada, o compárela con la que tiene la UGEL antes de aceptarla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR ilegible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hay un QR, pero no se pudo leer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escanee de nuevo a 300 puntos por pulgada, plano y sin sombras, o pida el PDF original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin QR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tiene QR: no hay qué comprobar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pudo leer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pudo leer el archivo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pida que se lo envíen otra vez, sin contraseña y en PDF. Este archivo no se cambió.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auténtica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auténtica: lo que se ve es lo que se firmó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puede aceptarla. Si además le dieron un papel, compárelo con estos datos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es idéntica a la que envió la oficina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puede aceptarla: es, byte por byte, la boleta que llegó del servicio central. No lleva sello, así que fuera de este perfil no se puede comprobar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRUEBA: se apoya en claves de demostración, que no acreditan nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se guardó el informe «{name}» en {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verificación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Informe de verificación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hecho el {at} con Chasqui, sin conexión.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRUEBA: los resultados se apoyan en claves de demostración, que no acreditan nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El sello de integridad dice que lo impreso es lo que la oficina emitió. Cada resultado vale para el archivo de esa huella SHA-256 y para ningún otro.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huella SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Código</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motivos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claves de prueba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comprobado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lista de confianza</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antigüedad de la lista (días)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscando los archivos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comprobando: {done} de {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No había documentos que comprobar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} de {total} · {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} · usted la detuvo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} no aceptables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} por comparar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} sin sello o ilegibles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sin sello o ilegible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} auténticas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 no aceptable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 por comparar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 auténtica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué se revisó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atención</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin decidir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo firmado y lo que se ve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suelte los archivos aquí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elija &amp;archivos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elija una car&amp;peta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>o</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruida solo con lo firmado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esto no es la boleta: es lo que dice el sello, vuelto a escribir por Chasqui.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cerrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RECONSTRUCCIÓN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resultados</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no hay resultados</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suelte una boleta arriba, o una carpeta entera. Aquí aparece cada archivo con su resultado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver a la lista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué hacer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ver la boleta reconstruida solo con lo firmado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRUEBA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué dice el QR, sin comprobar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{payslip}: resultado</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>viewer</name>
    <message>
        <source>Página de la boleta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pages} páginas, al {zoom} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 página, al {zoom} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alejar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acercar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajustar al ancho</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Página completa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tamaño: {share}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
