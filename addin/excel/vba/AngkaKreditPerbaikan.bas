Attribute VB_Name = "AngkaKreditPerbaikan"
Option Explicit
Option Private Module
' A workbook whose formulas do not find our functions: offers once, when it opens, to enter them again.
' Only what costs nothing is looked at here; Python does the work.

Private Const PENGAYA As String = "angka_kredit.xlam"
Private Const SEL_TERBANYAK As Double = 200000 ' of a sheet; a larger one is not looked through while opening

Public Sub TawarkanPerbaikan(ByVal buku As Workbook)
    On Error GoTo gagal
    If buku.IsAddin Then Exit Sub
    If Not (TerkaitKeTempatLain(buku) Or NamaTidakDikenal(buku)) Then Exit Sub
    If MsgBox("Buku kerja ini memuat rumus Angka Kredit yang belum menemukan fungsinya. Perbaiki sekarang?" & vbNewLine & _
        "Nanti pun dapat, dengan tombol Perbaiki Rumus pada pita Angka Kredit.", vbYesNo + vbQuestion, JUDUL) = vbYes Then
        buku.Activate
        Jalankan "perbaiki_rumus"
    End If
    Exit Sub
gagal: ' opening a workbook is never stopped by us
    Catat "tawarkan_perbaikan", Err.Number
End Sub

Private Function TerkaitKeTempatLain(ByVal buku As Workbook) As Boolean
    Dim kaitan As Variant, satu As Variant
    kaitan = buku.LinkSources(xlExcelLinks)
    If IsEmpty(kaitan) Then Exit Function
    For Each satu In kaitan
        If LCase$(Right$(satu, Len(PENGAYA))) = PENGAYA And StrComp(satu, ThisWorkbook.FullName, vbTextCompare) <> 0 Then
            TerkaitKeTempatLain = True
        End If
    Next satu
End Function

Private Function NamaTidakDikenal(ByVal buku As Workbook) As Boolean
    Dim satu As Worksheet
    For Each satu In buku.Worksheets
        If satu.UsedRange.CountLarge <= SEL_TERBANYAK Then
            If AdaNamaTidakDikenal(satu.UsedRange) Then
                NamaTidakDikenal = True
                Exit Function
            End If
        End If
    Next satu
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
