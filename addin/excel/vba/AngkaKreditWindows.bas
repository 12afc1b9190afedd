Attribute VB_Name = "AngkaKreditWindows"
Option Explicit
Option Private Module
' What only Windows has: the start of Python's COM server by xlwings' DLL, the file that says which Python, the log.
' That file is the user's own, written by `angka-kredit pasang excel`. Nothing beside a workbook or inside one is ever
' asked: whoever sent the workbook would choose the program that runs here.

#If Win64 Then
Private Declare PtrSafe Function XLPyDLLActivateAuto Lib "xlwings64-@XLWINGS@.dll" (ByRef server As Variant, ByVal perintah As String, ByVal cara As Long) As Long
Private Const PUSTAKA As String = "xlwings64-@XLWINGS@.dll"
#Else
Private Declare PtrSafe Function XLPyDLLActivateAuto Lib "xlwings32-@XLWINGS@.dll" (ByRef server As Variant, ByVal perintah As String, ByVal cara As Long) As Long
Private Const PUSTAKA As String = "xlwings32-@XLWINGS@.dll"
#End If
Private Declare PtrSafe Function LoadLibraryW Lib "kernel32" (ByVal nama As LongPtr) As LongPtr

Private Const PYTHON_BERAKHIR As Long = 1
Private Const PYTHON_TIDAK_JALAN As Long = 2
Private Const MULAI As Long = 1 ' or the one that already runs
Private Const CATATAN_TERBESAR As Long = 100000 ' bytes

' A server of our own Python, which ends with Excel; an error in words where it cannot be started.
Public Function MulaiServer() As Object
    Dim server As Variant, lokasi As String, sebab As Long
    lokasi = LokasiPython()
    MuatPustaka lokasi
    If XLPyDLLActivateAuto(server, PerintahServer(lokasi), MULAI) <> 0 Then
        sebab = SebabGagal(CStr(server))
        Catat "mulai_python", sebab
        Err.Raise GALAT, JUDUL, KataSebab(sebab) & vbNewLine & "Untuk memeriksa: `angka-kredit status`. Untuk memasang lagi: @PASANG@."
    End If
    Set MulaiServer = server
End Function

' Of what the DLL says only a number, for it names folders: which of the two, or Windows' own (negative) of COM.
Private Function SebabGagal(ByVal ucapan As String) As Long
    Dim letak As Long
    letak = InStr(ucapan, "hr = ")
    If Left$(ucapan, 21) = "Python process exited" Then
        SebabGagal = PYTHON_BERAKHIR
    ElseIf Left$(ucapan, 31) = "Could not create Python process" Then
        SebabGagal = PYTHON_TIDAK_JALAN
    ElseIf letak > 0 Then
        SebabGagal = Val(Mid$(ucapan, letak + 5))
    End If
End Function

Private Function KataSebab(ByVal sebab As Long) As String
    Select Case sebab
    Case PYTHON_BERAKHIR
        KataSebab = "Python berhenti sebelum siap; mungkin pemasangannya tidak lengkap."
    Case PYTHON_TIDAK_JALAN
        KataSebab = "Windows tidak mau menjalankan python.exe; mungkin dicegah oleh antivirus atau aturan kantor."
    Case Is < 0
        KataSebab = "Python berjalan, tetapi Windows tidak menyambungkannya dengan Excel (COM " & sebab & ")."
    Case Else
        KataSebab = "Python tidak dapat dijalankan."
    End Select
End Function

' One line in a small log: no cell, no file name, no message.
Public Sub Catat(ByVal apa As String, ByVal nomorGalat As Long)
    Dim berkas As String, nomor As Integer
    If nomorGalat = GALAT_JEDA Then Exit Sub
    On Error GoTo tidakTercatat
    berkas = FolderCatatan() & "\excel.log"
    If Ada(berkas) Then
        If FileLen(berkas) > CATATAN_TERBESAR Then Kill berkas
    End If
    nomor = FreeFile
    Open berkas For Append As #nomor
    Print #nomor, Format$(Now, "yyyy-mm-dd hh:nn:ss") & " @VERSI@ Excel " & Application.Version & " " & apa & " " & nomorGalat
    Close #nomor
tidakTercatat: ' a log that cannot be written stops nobody
End Sub

Public Function FolderCatatan() As String
    FolderCatatan = Folder() & "\log"
End Function

' -P: no module is ever taken from the folder of the open workbook; -E: nor from another program's PYTHONHOME.
' pythonw.exe, where it is there: for python.exe, and for each process that it starts, Windows opens a black window.
Private Function PerintahServer(ByVal lokasi As String) As String
    Dim tanpaJendela As String
    tanpaJendela = FolderDari(lokasi) & "\pythonw.exe"
    If Ada(tanpaJendela) Then lokasi = tanpaJendela
    PerintahServer = """" & lokasi & """ -E -P -B -c ""import xlwings; xlwings.serve('$(CLSID)')"""
End Function

Private Function LokasiPython() As String
    Dim berkas As String, lokasi As String, nomor As Integer
    berkas = Folder() & "\excel-python.txt"
    If Not Ada(berkas) Then
        Err.Raise GALAT, JUDUL, "Angka Kredit belum dipasang untuk Excel: @PASANG@."
    End If
    nomor = FreeFile
    Open berkas For Input As #nomor
    If Not EOF(nomor) Then Line Input #nomor, lokasi
    Close #nomor
    lokasi = Replace(lokasi, vbLf, "") ' which Line Input takes for part of the line
    If Not Ada(lokasi) Then
        Err.Raise GALAT, JUDUL, "Python tidak ada lagi di " & lokasi & ": @PASANG@."
    End If
    LokasiPython = lokasi
End Function

' The DLL stands beside python.exe, or above it where that is a virtual environment's Scripts.
Private Sub MuatPustaka(ByVal lokasi As String)
    Dim tempat As String
    tempat = FolderDari(lokasi)
    If LoadLibraryW(StrPtr(tempat & "\" & PUSTAKA)) <> 0 Then Exit Sub
    If LoadLibraryW(StrPtr(FolderDari(tempat) & "\" & PUSTAKA)) <> 0 Then Exit Sub
    Err.Raise GALAT, JUDUL, PUSTAKA & " tidak ada di " & tempat & ". Pasang xlwings @XLWINGS@, lalu " & _
        "@PASANG@."
End Sub

Private Function Folder() As String
    Folder = Environ$("LOCALAPPDATA") & "\AngkaKredit"
End Function

Private Function FolderDari(ByVal lokasi As String) As String
    FolderDari = Left$(lokasi, InStrRev(lokasi, "\") - 1)
End Function

' Not by Dir, which would break into another macro's walk through a folder.
Private Function Ada(ByVal berkas As String) As Boolean
    On Error GoTo tidak
    Ada = (GetAttr(berkas) And vbDirectory) = 0
tidak:
End Function
