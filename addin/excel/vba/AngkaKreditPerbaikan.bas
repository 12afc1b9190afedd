Attribute VB_Name = "AngkaKreditPerbaikan"
Option Explicit
Option Private Module
' A workbook whose formulas do not find our functions: offers once, soon after it opened, to enter them again.
' Only what costs nothing is looked at here; Python does the work.

Private Const PENGAYA As String = "angka_kredit.xlam"
Private Const SEL_TERBANYAK As Double = 200000 ' of a sheet; a larger one is not looked through
Private Const JEDA As Double = 5 / 86400 ' days, while a button is at work

Private dibuka As Collection ' the names of the workbooks opened since the last offer

' Only noted while it opens; looked at when Excel is idle again, never amid a macro that opens it. Where another
' program drives Excel, or its warnings are off, nobody is there to answer.
Public Sub IngatYangDibuka(ByVal buku As Workbook)
    On Error GoTo gagal
    If buku.IsAddin Or Not Application.UserControl Or Not Application.DisplayAlerts Then Exit Sub
    If dibuka Is Nothing Then Set dibuka = New Collection
    dibuka.Add buku.Name
    Jadwalkan 0
    Exit Sub
gagal: ' opening a workbook is never stopped by us
    Catat "tawarkan_perbaikan", Err.Number
End Sub

Public Sub TawarkanYangDibuka()
    Dim daftar As Collection, satu As Variant
    On Error GoTo gagal
    If dibuka Is Nothing Then Exit Sub
    If SedangBekerja() Then
        Jadwalkan JEDA
        Exit Sub
    End If
    Set daftar = dibuka
    Set dibuka = Nothing
    For Each satu In daftar
        TawarkanPerbaikan BukuTerbuka(satu)
    Next satu
    Exit Sub
gagal:
    Catat "tawarkan_perbaikan", Err.Number
End Sub

Private Sub Jadwalkan(ByVal lagi As Double)
    Application.OnTime Now + lagi, "'" & ThisWorkbook.Name & "'!AngkaKredit_TawarkanPerbaikan"
End Sub

' Nothing where it is closed again.
Private Function BukuTerbuka(ByVal nama As String) As Workbook
    On Error GoTo tidak
    Set BukuTerbuka = Workbooks(nama)
tidak:
End Function

Private Sub TawarkanPerbaikan(ByVal buku As Workbook)
    If buku Is Nothing Then Exit Sub
    If Not PerluDiperbaiki(buku) Then Exit Sub
    If MsgBox("Buku kerja " & buku.Name & " memuat rumus Angka Kredit yang belum menemukan fungsinya. Perbaiki sekarang?" & vbNewLine & _
        "Nanti pun dapat, dengan tombol Perbaiki Rumus pada pita Angka Kredit.", vbYesNo + vbQuestion, JUDUL) = vbYes Then
        buku.Activate
        Jalankan "perbaiki_rumus"
    End If
End Sub

' Another's protected sheet is never touched; those of our forms are protected without a password.
Private Function PerluDiperbaiki(ByVal buku As Workbook) As Boolean
    Dim satu As Worksheet, terkait As Boolean, milikKami As Boolean
    terkait = TerkaitKeTempatLain(buku)
    milikKami = FormulirKami(buku)
    For Each satu In buku.Worksheets
        If milikKami Or Not satu.ProtectContents Then
            If Not terkait Then terkait = NamaTidakDikenal(satu)
            If terkait Then
                PerluDiperbaiki = True
                Exit Function
            End If
        End If
    Next satu
End Function

' By the names that all our forms have.
Private Function FormulirKami(ByVal buku As Workbook) As Boolean
    Dim nama As Variant
    On Error GoTo tidak
    For Each nama In Array(@CIRI@)
        If Len(buku.Names(nama).Name) = 0 Then Exit Function
    Next nama
    FormulirKami = True
tidak:
End Function

Private Function TerkaitKeTempatLain(ByVal buku As Workbook) As Boolean
    Dim kaitan As Variant, satu As Variant
    kaitan = buku.LinkSources(xlExcelLinks)
    If IsEmpty(kaitan) Then Exit Function
    For Each satu In kaitan
        If NamaBerkas(satu) = PENGAYA And StrComp(satu, ThisWorkbook.FullName, vbTextCompare) <> 0 Then
            TerkaitKeTempatLain = True
        End If
    Next satu
End Function

Private Function NamaBerkas(ByVal lokasi As String) As String
    lokasi = Replace(LCase$(lokasi), "/", "\")
    NamaBerkas = Mid$(lokasi, InStrRev(lokasi, "\") + 1)
End Function

Private Function NamaTidakDikenal(ByVal lembar As Worksheet) As Boolean
    If lembar.UsedRange.CountLarge <= SEL_TERBANYAK Then NamaTidakDikenal = AdaNamaTidakDikenal(lembar.UsedRange)
End Function

Private Function AdaNamaTidakDikenal(ByVal rentang As Range) As Boolean
    Dim isi As Variant, baris As Long, kolom As Long
    isi = rentang.Value2
    If Not IsArray(isi) Then Exit Function
    For baris = 1 To UBound(isi, 1)
        For kolom = 1 To UBound(isi, 2)
            If IsError(isi(baris, kolom)) Then
                If isi(baris, kolom) = CVErr(xlErrName) Then
                    If MemakaiFungsiKami(rentang.Cells(baris, kolom).Formula) Then
                        AdaNamaTidakDikenal = True
                        Exit Function
                    End If
                End If
            End If
        Next kolom
    Next baris
End Function
