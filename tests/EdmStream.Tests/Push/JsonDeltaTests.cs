using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using EdmStream.Push;

namespace EdmStream.Tests.Push;

public sealed class JsonDeltaTests : IDisposable
{
    private const int Cases = 2_000;

    private static readonly Gen<string> Number = Gen.Int[-2, 2].Select(n => n == 0 ? "null" : $"{n}");

    private static readonly Gen<string> Leaf = Gen.Frequency((4, Number), (1, Gen.Int[0, 2].Select(n => $"\"text-{n}\"")), (1, Gen.Const("[]")), (1, Gen.Const("{}")));

    private static readonly Gen<string> Any = Value(depth: 3);

    private readonly string _folder = Directory.CreateTempSubdirectory("edm-delta-").FullName;

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"a":1,"b":3}""", 0, """{"b":3}""")]
    [InlineData("""{"a":{"b":1,"c":2}}""", """{"a":{"b":1,"c":null}}""", 0, """{"a":{"c":null}}""")]
    [InlineData("""{"a":[1,2,3,4]}""", """{"a":[2,3,4,5]}""", 1, """{"a":{"~":[1,3,5]}}""")]
    [InlineData("""{"a":[1,2,3]}""", """{"a":[1,2,3,7]}""", 0, """{"a":{"~":[0,3,7]}}""")]
    [InlineData("""{"a":[{"x":1},{"x":2}]}""", """{"a":[{"x":1},{"x":3}]}""", 0, """{"a":{"#":{"1":{"x":3}}}}""")]
    [InlineData("""{"a":{"USD":1,"EUR":2}}""", """{"a":{"EUR":2}}""", 0, """{"a":{"=":{"EUR":2}}}""")]
    [InlineData("""{"a":[1]}""", """{"a":["x"]}""", 0, """{"a":["x"]}""")]
    public void It_says_what_changed_and_no_more(string before, string after, int shift, string change) => Assert.Equal(change, Delta(before, after, shift));

    [Fact]
    public async Task What_it_takes_apart_the_dashboard_puts_together_again()
    {
        var cases = new List<string>();
        Gen.Select(Any, Any, Gen.Int[0, 3]).Sample((before, after, shift) =>
        {
            lock (cases) cases.Add($"[{before},{Delta(before, after, shift)},{after}]");
        }, iter: Cases, threads: 1);
        await File.WriteAllTextAsync(Path.Combine(_folder, "cases.json"), $"[{string.Join(",\n", cases)}]", TestContext.Current.CancellationToken);
        File.Copy(Path.Combine(Repository.Root, "src", "EdmWeb", "wwwroot", "dashboard", "live", "delta.js"), Path.Combine(_folder, "delta.mjs"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "check.mjs"), """
            import assert from 'node:assert';
            import { readFileSync } from 'node:fs';
            import { apply } from './delta.mjs';
            const cases = JSON.parse(readFileSync('cases.json', 'utf8'));
            for (const [before, change, after] of cases) assert.deepStrictEqual(apply(before, change), after, JSON.stringify([before, change, after]));
            console.log(`${cases.length} hold`);
            """, TestContext.Current.CancellationToken);

        var (exitCode, printed) = await ProgramOutput.OfAsync("node", ["check.mjs"], _folder, TestContext.Current.CancellationToken);

        Assert.True(exitCode == 0, printed);
        Assert.Equal($"{Cases} hold", printed.Trim());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Gen<string> Value(int depth) => depth == 0 ? Leaf : Gen.Frequency(
        (2, Leaf),
        (2, Number.Array[0, 6].Select(items => $"[{string.Join(",", items)}]")),
        (2, Value(depth - 1).Array[0, 3].Select(items => $"[{string.Join(",", items)}]")),
        (4, Gen.Select(Gen.Bool, Gen.Bool, Value(depth - 1), Value(depth - 1), Value(depth - 1), (hasB, hasC, a, b, c) =>
            $"{{\"a\":{a}{(hasB ? $",\"b\":{b}" : "")}{(hasC ? $",\"c\":{c}" : "")}}}")));

    private static string Delta(string before, string after, int shift)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes)) JsonDelta.Write(writer, JsonElement.Parse(before), JsonElement.Parse(after), shift);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
