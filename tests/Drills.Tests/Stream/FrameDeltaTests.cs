using System.Text.Json.Nodes;

namespace Drills.Tests.Stream;

public class FrameDeltaTests
{
    [Theory]
    [InlineData("""{"a":1,"b":{"c":2}}""", """{"b":{"c":3}}""", """{"a":1,"b":{"c":3}}""")]
    [InlineData("""{"a":null}""", """{"a":{"b":1}}""", """{"a":{"b":1}}""")]
    [InlineData("""{"a":{"b":1}}""", """{"a":null}""", """{"a":null}""")]
    [InlineData("""{"a":{"b":1,"c":2}}""", """{"a":{"=":{"c":2}}}""", """{"a":{"c":2}}""")]
    [InlineData("""{"a":[1,2,3]}""", """{"a":{"~":[1,2,9]}}""", """{"a":[2,3,9]}""")]
    [InlineData("""{"a":[1,null]}""", """{"a":{"~":[0,2]}}""", """{"a":[1,null]}""")]
    [InlineData("""{"a":[{"b":1},{"b":2}]}""", """{"a":{"#":{"1":{"b":3}}}}""", """{"a":[{"b":1},{"b":3}]}""")]
    [InlineData("""{"a":[{"b":1}]}""", """{"a":[]}""", """{"a":[]}""")]
    public void A_change_makes_of_what_was_what_is(string before, string change, string after) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(after), FrameDelta.Apply(JsonNode.Parse(before), JsonNode.Parse(change))));
}
