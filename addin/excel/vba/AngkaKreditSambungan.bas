Attribute VB_Name = "AngkaKreditSambungan"
Option Explicit
Option Private Module
' The connection to Python: made once, kept for as long as Excel runs, made again where it broke.

Public Const JUDUL As String = "Angka Kredit"
Public Const GALAT As Long = -2147220503 ' vbObjectError + 1001; its description is a sentence for the user
Public Const GALAT_JEDA As Long = -2147220502
Private Const JEDA As Double = 30 / 86400 ' days: a sheet of thousands of cells does not start Python thousands of times
Private Const MODUL_TOMBOL As String = "angka_kredit.hosts.excel_tombol"

Private koneksi As Object
Private jedaSampai As Date
Private bekerja As Boolean

' The server; an error where none can be had.
Public Function Python() As Object
    If koneksi Is Nothing Then Hubungkan
    Set Python = koneksi
End Function

' Whether the server that was there still answers; one that does not is let go.
Public Function Tersambung() As Boolean
    On Error GoTo putus
    If Not koneksi Is Nothing Then Tersambung = koneksi.Bool(True)
    Exit Function
putus:
    Set koneksi = Nothing
End Function

' Whether a button is at work: Excel answers other events while Python does.
Public Function SedangBekerja() As Boolean
    SedangBekerja = bekerja
End Function

' What a button does: the function of that name, which says itself what it has done or why it could not.
Public Sub Jalankan(ByVal tombol As String)
    Dim server As Object, hasil As Object, alasan As String, nomor As Long
    If bekerja Then
        MsgBox "Pekerjaan Angka Kredit yang lain belum selesai. Tunggu, lalu tekan lagi.", vbInformation, JUDUL
        Exit Sub
    End If
    On Error GoTo gagal
    bekerja = True
    Application.EnableCancelKey = xlDisabled ' Esc is for Python, which stops its work by it
    jedaSampai = 0
    If Not Tersambung() Then Hubungkan
    Set server = koneksi
    Set hasil = server.Call(server.Module(MODUL_TOMBOL), tombol, server.Tuple(Application))
selesai:
    On Error GoTo 0 ' or what fails here would come back here for ever
    bekerja = False
    Application.EnableCancelKey = xlInterrupt
    If Len(alasan) > 0 Then MsgBox alasan, vbExclamation, JUDUL
    Exit Sub
gagal:
    nomor = Err.Number
    alasan = Err.Description
    If nomor <> GALAT Then
        alasan = "Pekerjaan ini berhenti sebelum selesai. Coba sekali lagi. Bila terulang, kirimkan berkas di folder " & _
            FolderCatatan() & " kepada pengelola."
    End If
    Catat tombol, nomor
    Resume selesai
End Sub

Private Sub Hubungkan()
    If Now < jedaSampai Then Err.Raise GALAT_JEDA, JUDUL, "Python tidak dapat dijalankan."
    jedaSampai = Now + JEDA
    Set koneksi = MulaiServer()
    jedaSampai = 0
End Sub
