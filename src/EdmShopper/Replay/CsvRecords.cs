using System.Text.Unicode;
using CsvHelper;

namespace EdmShopper.Replay;

/// <summary>
/// Reads a CSV file's records and goes on behind broken ones. A quote that is never closed would swallow the lines
/// behind it: then its own line alone is bad, and the reader begins anew at the next.
/// </summary>
internal sealed class CsvRecords(Stream file) : IDisposable
{
    private const int LargestRecord = 256 * 1024;

    private CsvReader? _reader;
    private CsvMalformedReason? _malformed;
    private char? _separator;

    // Where the reader began, and where the record read last ends: in bytes, and in lines from 0.
    private long _startByte, _startLine, _endByte, _endLine;

    public IReadOnlyList<string> Columns { get; private set; } = [];

    public CsvReader Current => _reader!;

    public long Position => _endByte;

    /// <returns>False for an empty file.</returns>
    public bool ReadHeader()
    {
        Begin(0, 0);
        if (!_reader!.Read()) return false;
        _separator = _reader.Separator;
        Columns = [.. _reader.Current.ToArray().Select(c => c.Trim())];
        Passed();
        return true;
    }

    /// <summary>Goes to the next record.</summary>
    /// <param name="number">The line where it begins, counted from 1.</param>
    /// <param name="reason">Why it is a bad one; null when it is good.</param>
    /// <returns>False at the end of the file.</returns>
    public bool TryNext(out long number, out string? reason)
    {
        _malformed = null;
        try
        {
            number = 0;
            reason = null;
            if (!_reader!.Read()) return false;
            number = _startLine + _reader.LineNumber;
            reason = WhatIsWrong();
            if (reason is not null && _reader.RawRecord.Contains((byte)'\n')) number = PassOneLine();
            else Passed();
        }
        catch (CsvFormatException)
        {
            reason = "a quote is opened and not closed, or the line is longer than 256 KiB";
            number = PassOneLine();
        }

        return true;
    }

    public void Dispose() => _reader?.Dispose();

    private string? WhatIsWrong() =>
        _malformed is CsvMalformedReason.UnterminatedQuote ? "a quote is opened and not closed" :
        _malformed is CsvMalformedReason.TextAfterClosingQuote ? "text stands behind a closing quote" :
        _reader!.FieldCount != Columns.Count ? $"{_reader.FieldCount} field{(_reader.FieldCount == 1 ? "" : "s")} where the header has {Columns.Count}" :
        !Utf8.IsValid(_reader.RawRecord) ? "not UTF-8" :
        null;

    private void Passed()
    {
        _endByte = _startByte + _reader!.ByteOffset + _reader.RawRecord.Length;
        _endLine = _startLine + _reader.LineNumber - 1 + _reader.RawRecord.Count((byte)'\n');
    }

    private long PassOneLine()
    {
        file.Position = _endByte;
        var lines = new FileLines(file);
        var (startByte, startLine) = (_endByte, _endLine);
        FileLine line;
        do
        {
            // The first is what is left of the line before: its end.
            if (!lines.TryNext(out line)) break;
            startByte += line.FileBytes;
        }
        while (line.IsBlank);

        var number = startLine + line.Number;
        Begin(startByte, number);
        return number;
    }

    private void Begin(long startByte, long startLine)
    {
        _reader?.Dispose();
        file.Position = startByte;
        (_startByte, _startLine, _endByte, _endLine) = (startByte, startLine, startByte, startLine);
        _reader = CsvReader.Create(file, Options, leaveOpen: true);
    }

    private CsvReaderOptions Options => new()
    {
        HasHeader = false,
        Separator = _separator,
        DetectSeparatorHint = _separator is null,
        MaxRecordSize = LargestRecord,
        TrackLineNumbers = true,
        OnMalformedRecord = record => _malformed = record.Reason,
    };
}
