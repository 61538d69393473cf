; The Windows installer: per user, no administrator, Spanish, /S for silence. Made by build/windows/make.py:
;   makensis /DVERSION=… /DFILES=list of SetOutPath and File /DTARGET=file /DSIZE=kilobytes chasqui.nsi
Unicode true
!include "MUI2.nsh"
!include "LogicLib.nsh"

Name "Chasqui"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\Chasqui"
InstallDirRegKey HKCU "Software\Chasqui" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ManifestDPIAware true
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "Chasqui"
VIAddVersionKey /LANG=0 "FileDescription" "Instalador de Chasqui"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "Chasqui"
!ifdef SIGN ; the command that signs a file, e.g. signtool with the purchased certificate; see build/windows/make.py
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Chasqui"
!define CLASSES "Software\Classes"
!define DATA "$LOCALAPPDATA\Chasqui"
!macro ForgetReports PLACE ; the program asks for no reports of its memory, by its name
  DeleteRegValue HKCU "Software\Microsoft\${PLACE}Windows Error Reporting\ExcludedApplications" "chasqui.exe"
  DeleteRegValue HKCU "Software\Microsoft\${PLACE}Windows Error Reporting\ExcludedApplications" "chasqui-consola.exe"
!macroend

!macro TellTheShell ; SHCNE_ASSOCCHANGED: icons and menus as they are now, without leaving the session
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

!define MUI_ICON "chasqui.ico"
!define MUI_UNICON "chasqui.ico"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\chasqui.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Abrir Chasqui"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Spanish"

Section "Chasqui"
  ; A program that runs holds its files: the old version is taken away only when it can be.
  ClearErrors
  IfFileExists "$INSTDIR\chasqui.exe" 0 fresh
    Delete "$INSTDIR\chasqui.exe"
    IfErrors 0 replace
      MessageBox MB_OK|MB_ICONEXCLAMATION "Chasqui está abierto. Nada se ha cambiado. Ciérrelo y vuelva a instalar." /SD IDOK
      SetErrorLevel 2
      Abort
  replace:
    Delete "$INSTDIR\chasqui-consola.exe"
    Delete "$INSTDIR\chasqui-consola.pkg"
    Delete "$INSTDIR\chasqui.pkg"
    RMDir /r "$INSTDIR\_internal"
  fresh:
  SetOutPath "$INSTDIR"
  !include "${FILES}"
  ; One file by two names; a copy where the disk knows no such thing (FAT).
  System::Call 'kernel32::CreateHardLinkW(w "$INSTDIR\chasqui-consola.pkg", w "$INSTDIR\chasqui.pkg", p 0) i.r0'
  ${If} $0 = 0
    CopyFiles /SILENT "$INSTDIR\chasqui.pkg" "$INSTDIR\chasqui-consola.pkg"
  ${EndIf}
  WriteUninstaller "$INSTDIR\desinstalar.exe"
  CreateShortcut "$SMPROGRAMS\Chasqui.lnk" "$INSTDIR\chasqui.exe"
  WriteRegStr HKCU "Software\Chasqui" "Folder" "$INSTDIR"

  ; Packets and trust lists open the program; a PDF keeps its usual program and gets one entry more in its menu.
  WriteRegStr HKCU "${CLASSES}\Chasqui.Packet" "" "Paquete de Chasqui"
  WriteRegStr HKCU "${CLASSES}\Chasqui.Packet\DefaultIcon" "" "$INSTDIR\chasqui.exe,0"
  WriteRegStr HKCU "${CLASSES}\Chasqui.Packet\shell\open\command" "" '"$INSTDIR\chasqui.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.chasqui" "" "Chasqui.Packet"
  WriteRegStr HKCU "${CLASSES}\Chasqui.TrustList" "" "Lista de confianza de Chasqui"
  WriteRegStr HKCU "${CLASSES}\Chasqui.TrustList\DefaultIcon" "" "$INSTDIR\chasqui.exe,0"
  WriteRegStr HKCU "${CLASSES}\Chasqui.TrustList\shell\open\command" "" '"$INSTDIR\chasqui.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.cbor\OpenWithProgids" "Chasqui.TrustList" ""
  WriteRegStr HKCU "${CLASSES}\SystemFileAssociations\.pdf\shell\Chasqui" "" "Verificar con Chasqui"
  WriteRegStr HKCU "${CLASSES}\SystemFileAssociations\.pdf\shell\Chasqui" "Icon" "$INSTDIR\chasqui.exe,0"
  WriteRegStr HKCU "${CLASSES}\SystemFileAssociations\.pdf\shell\Chasqui\command" "" '"$INSTDIR\chasqui.exe" "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Chasqui"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\chasqui.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\desinstalar.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\desinstalar.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  !insertmacro TellTheShell
SectionEnd

Section "Uninstall"
  ClearErrors
  Delete "$INSTDIR\chasqui.exe"
  IfErrors 0 gone
    MessageBox MB_OK|MB_ICONEXCLAMATION "Chasqui está abierto. Nada se ha quitado. Ciérrelo y vuelva a intentar." /SD IDOK
    SetErrorLevel 2
    Abort
  gone:
  Delete "$INSTDIR\chasqui-consola.exe"
  Delete "$INSTDIR\chasqui-consola.pkg"
  Delete "$INSTDIR\chasqui.pkg"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\desinstalar.exe"
  RMDir "$INSTDIR" ; only when nothing of the person lies there
  Delete "$SMPROGRAMS\Chasqui.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Chasqui"
  DeleteRegKey HKCU "${CLASSES}\Chasqui.Packet"
  DeleteRegKey HKCU "${CLASSES}\Chasqui.TrustList"
  DeleteRegKey HKCU "${CLASSES}\.chasqui"
  DeleteRegValue HKCU "${CLASSES}\.cbor\OpenWithProgids" "Chasqui.TrustList"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.cbor\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.cbor"
  DeleteRegKey HKCU "${CLASSES}\SystemFileAssociations\.pdf\shell\Chasqui"
  DeleteRegKey /ifempty HKCU "${CLASSES}\SystemFileAssociations\.pdf\shell"
  DeleteRegKey /ifempty HKCU "${CLASSES}\SystemFileAssociations\.pdf"
  !insertmacro ForgetReports "Windows\"
  !insertmacro ForgetReports "" ; wine's place
  !insertmacro TellTheShell

  ; The data stay unless the person says otherwise; in silence they stay.
  IfFileExists "${DATA}\*.*" 0 done
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "¿Borrar también los datos de Chasqui de su usuario?$\r$\n$\r$\nSi los borra se pierden las solicitudes que no se enviaron. Sus boletas volverían a llegar al ingresar otra vez. Si tiene dudas, elija No." /SD IDNO IDNO done
    RMDir /r "${DATA}"
  done:
SectionEnd
