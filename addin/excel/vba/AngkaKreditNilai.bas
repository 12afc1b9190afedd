Attribute VB_Name = "AngkaKreditNilai"
Option Explicit
Option Private Module
' Between a cell and Python: what goes in, what comes out, and what happens where Python does not answer.

Private Const MODUL As String = "angka_kredit.hosts.excel"
' Where words are answered: to a whole column, which never travels; Python says the same.
Private Const SELURUH As String = "#VALUE!. Argumen berisi seluruh kolom atau baris; pilih rentang yang terisi saja, misalnya A2:A100."

' The value of a cell function. A server that broke is started once more; where none answers, #N/A and a line in
' the log: a total over it is then #N/A too, and never too low.
Public Function PanggilFungsi(ByVal nama As String, ByVal argumen As Variant) As Variant
    Dim ulang As Boolean, nomor As Long
    If AdaSeluruh(argumen) Then
        PanggilFungsi = SELURUH
        Exit Function
    End If
    On Error GoTo gagal
coba:
    PanggilFungsi = Hasil(Python().CallUDF(MODUL, nama, argumen))
    Exit Function
gagal:
    If Not ulang Then
        nomor = Err.Number ' the reason; a second try that the pause refuses says nothing of it
        If Not Tersambung() Then
            ulang = True
            Resume coba
        End If
    End If
    Catat nama, nomor
    PanggilFungsi = CVErr(xlErrNA)
End Function

' An argument as Python takes it: Empty where it was left out, the raw values of a range (full doubles, serial
' dates), rows and columns as they lie; anything else as it is. `kata`: of a function that answers in words.
Public Function NilaiArgumen(Optional ByVal isi As Variant, Optional ByVal kata As Boolean = False) As Variant
    If IsMissing(isi) Then
        NilaiArgumen = Empty
    ElseIf IsObject(isi) Then
        NilaiArgumen = IsiRentang(isi, kata)
    Else
        NilaiArgumen = isi
    End If
End Function

' #VALUE! for what no function takes: areas apart, and whole columns or rows before a million values travel.
Private Function IsiRentang(ByVal rentang As Object, ByVal kata As Boolean) As Variant
    If rentang.Areas.Count > 1 Then
        IsiRentang = CVErr(xlErrValue)
    ElseIf SatuLembar(rentang) Then
        If kata Then IsiRentang = Null Else IsiRentang = CVErr(xlErrValue) ' Null: no cell holds it
    Else
        IsiRentang = rentang.Value2
    End If
End Function

Private Function AdaSeluruh(ByVal argumen As Variant) As Boolean
    Dim letak As Long
    For letak = LBound(argumen) To UBound(argumen)
        If IsNull(argumen(letak)) Then AdaSeluruh = True
    Next letak
End Function

Private Function SatuLembar(ByVal rentang As Object) As Boolean
    SatuLembar = rentang.Rows.Count = rentang.Worksheet.Rows.Count
    If rentang.Columns.Count = rentang.Worksheet.Columns.Count Then SatuLembar = True
End Function

' What came from Python, its errors made real ones: a value, one row (1-dimensional), or rows.
Public Function Hasil(ByVal isi As Variant) As Variant
    Dim baris As Long, kolom As Long
    If Not IsArray(isi) Then
        Hasil = SelHasil(isi)
        Exit Function
    End If
    If SatuBaris(isi) Then
        For kolom = LBound(isi) To UBound(isi)
            isi(kolom) = SelHasil(isi(kolom))
        Next kolom
    Else
        For baris = LBound(isi, 1) To UBound(isi, 1)
            For kolom = LBound(isi, 2) To UBound(isi, 2)
                isi(baris, kolom) = SelHasil(isi(baris, kolom))
            Next kolom
        Next baris
    End If
    Hasil = isi
End Function

Private Function SatuBaris(ByVal isi As Variant) As Boolean
    Dim batas As Long
    On Error GoTo satu
    batas = UBound(isi, 2)
    Exit Function
satu:
    SatuBaris = True
End Function

Private Function SelHasil(ByVal isi As Variant) As Variant
    SelHasil = isi
    If VarType(isi) <> vbString Then Exit Function
    If Left$(isi, 1) <> "#" Then Exit Function
    Select Case isi
@GALAT@
    End Select
End Function
