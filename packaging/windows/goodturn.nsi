; The installer: for one user, without an administrator, over an older version as well. .ci/release/windows runs it with
; VERSION, TREE (the folder to install), ICON and OUT. /S installs without a question, /D=FOLDER elsewhere.
Unicode true
Target amd64-unicode
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetDateSave on
Name "Goodturn"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Goodturn"
InstallDirRegKey HKCU "Software\Goodturn" "Folder"
BrandingText "Goodturn ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Goodturn"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Goodturn setup"
VIAddVersionKey "CompanyName" "The Goodturn authors"
VIAddVersionKey "LegalCopyright" "The Goodturn authors, MIT licence"

!include MUI2.nsh
!include FileFunc.nsh
!define PROGRAM "$INSTDIR\Goodturn.exe"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Goodturn"
!define CLASSES "Software\Classes"
!define KIND "Goodturn.Shop" ; what Windows calls a shop file

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEPAGE_TEXT "$(Welcome)"
!define MUI_FINISHPAGE_RUN "${PROGRAM}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(ShopStays)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!include "${__FILEDIR__}/texts.nsh"

; WaitUntilClosed asks for an open Goodturn to be closed: Windows lets nobody write to a program that runs. Without anybody to
; ask it stops, with exit code 2.
!macro WaitUntilClosed un
Function ${un}WaitUntilClosed
	IfFileExists "${PROGRAM}" 0 closed
	again:
	ClearErrors
	FileOpen $0 "${PROGRAM}" a
	IfErrors 0 free
	MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "$(PleaseClose)" /SD IDCANCEL IDRETRY again
	SetErrorLevel 2
	Quit
	free:
	FileClose $0
	closed:
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Section
	Call WaitUntilClosed
	SetOutPath "$INSTDIR"
	File "${TREE}/*"
	WriteUninstaller "$INSTDIR\Uninstall.exe"
	CreateShortcut "$SMPROGRAMS\Goodturn.lnk" "${PROGRAM}"
	WriteRegStr HKCU "Software\Goodturn" "Folder" "$INSTDIR"

	; A shop file opens by a double click.
	WriteRegStr HKCU "${CLASSES}\.goodturn" "" "${KIND}"
	WriteRegStr HKCU "${CLASSES}\${KIND}" "" "$(ShopFile)"
	WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "${PROGRAM},0"
	WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"${PROGRAM}" "%1"'
	${RefreshShellIcons}

	; What Windows shows among the installed programs.
	WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Goodturn"
	WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
	WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "${PROGRAM},0"
	WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Goodturn authors"
	WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
	WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
	WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
	WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
	WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
	${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
	WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

; The shop file, the backups and the log lie in $LOCALAPPDATA\Goodturn, and stay.
Section "Uninstall"
	Call un.WaitUntilClosed
	Delete "${PROGRAM}"
	Delete "$INSTDIR\CHANGELOG.txt"
	Delete "$INSTDIR\LICENSE.txt"
	Delete "$INSTDIR\LICENCES.txt"
	Delete "$INSTDIR\Uninstall.exe"
	RMDir "$INSTDIR"
	Delete "$SMPROGRAMS\Goodturn.lnk"
	DeleteRegKey HKCU "${CLASSES}\.goodturn"
	DeleteRegKey HKCU "${CLASSES}\${KIND}"
	DeleteRegKey HKCU "${UNINSTALL}"
	DeleteRegKey HKCU "Software\Goodturn"
	${RefreshShellIcons}
SectionEnd
