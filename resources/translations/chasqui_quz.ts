<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="quz" sourcelanguage="es_PE">
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
        <source>O&amp;tra imagen</source>
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
        <source>Solo para ingresar la primera vez se necesita. Conéctese y vuelva a intentar.</source>
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
        <source>La fecha de esta computadora o la del servicio no está bien.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrija la fecha y la hora de la computadora y vuelva a intentar.</source>
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
</context>
<context>
    <name>Forgotten</name>
    <message>
        <source>Si olvidó la contraseña de esta computadora</source>
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
        <source>Vuelva a ingresar para recibir novedades; todo lo guardado sigue aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Volver a ingresar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por seguridad se bloqueará en {n} s. Mueva el ratón para seguir.</source>
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
        <source>Inicio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mis boletas</source>
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
        <source>Borrar mis datos de este equipo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Borrar para siempre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se destruye la clave que abre sus boletas en esta computadora. No se puede deshacer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pierde nada en la UGEL: sus boletas se vuelven a descargar si ingresa otra vez.</source>
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
        <source>&amp;Bloquear solo</source>
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
        <source>B&amp;orrar mis datos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borrar mis datos de este equipo</source>
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
        <source>Demostración: elija una persona de ejemplo</source>
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
        <source>El mismo de «Mi boleta» y «Mi legajo». Solo esta vez se necesita internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Generar contraseña</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No tengo usuario</source>
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
        <source>1 solicitud por enviar · se enviará sola al conectarse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} solicitudes por enviar · se enviarán solas al conectarse</source>
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
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sincronización</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cómo llegan sus boletas a esta computadora. Se hace sola cada vez que hay señal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sincronizar ahora</source>
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
        <source>Guardado aquí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datos usados este mes</source>
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
        <source>{n} con su PDF, cifradas en este equipo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibido {received} · enviado {sent}</source>
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
        <source>Sus datos están al día. Se volverá a revisar solo.</source>
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
        <source>Se guardó {name}. Esta copia queda sin cifrar.</source>
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
        <source>Lo guardado se puede leer igual. Inicie sesión para recibir boletas nuevas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iniciar sesión</source>
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
        <source>Se descargará</source>
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
        <source>Conéctese e inicie sesión una vez: sus boletas desde mayo de 2020 se guardarán aquí.</source>
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
        <source>Descargar…</source>
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
