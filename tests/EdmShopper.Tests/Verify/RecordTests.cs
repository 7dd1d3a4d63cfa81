using System.Text.Json.Nodes;
using EdmShopper.Verify;

[assembly: AssemblyFixture(typeof(SharedKafka))]

namespace EdmShopper.Tests.Verify;

public class RecordTests(SharedKafka kafka)
{
    private const long Hour = 3_600_000;

    private readonly Evidence _evidence = Evidence.OfOneVisitor();

    [Fact]
    public Task A_record_in_another_types_topic_is_a_fault()
    {
        _evidence["e1"].Topic = "edm-ui-commerce";
        _evidence["e1"].Value["topic"] = "edm-ui-commerce";
        return FailsInAsync(Check.Topic);
    }

    [Fact]
    public Task A_topic_field_that_names_another_topic_is_a_fault()
    {
        _evidence["e1"].Value["topic"] = "edm-ui-commerce";
        return FailsInAsync(Check.TopicField);
    }

    [Fact]
    public Task A_key_that_is_not_the_visitor_is_a_fault()
    {
        _evidence["e1"].Key = "e1";
        return FailsInAsync(Check.Key);
    }

    [Fact]
    public Task A_record_without_a_key_is_a_fault()
    {
        _evidence["e1"].Key = null;
        return FailsInAsync(Check.Key);
    }

    [Fact]
    public Task A_visitor_in_two_partitions_is_a_fault()
    {
        _evidence["e3"].Partition = 0;
        return FailsInAsync(Check.VisitorsTogether);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("uuid")]
    [InlineData("session_id")]
    [InlineData("shop")]
    public async Task A_field_that_is_not_as_sent_is_a_fault(string field)
    {
        _evidence["e1"].Value[field] = "another";

        (await _evidence.VerifyAsync(kafka)).FailedIn(Check.Fields);
    }

    [Fact]
    public Task A_field_that_is_not_there_is_a_fault()
    {
        _evidence["e1"].Value.Remove("session_id");
        return FailsInAsync(Check.Fields);
    }

    [Fact]
    public async Task A_property_that_is_not_as_sent_is_a_fault_and_shown()
    {
        _evidence["e1"].Value["properties"]!["button_id"] = "checkout";

        var verdict = await _evidence.VerifyAsync(kafka);

        verdict.FailedIn(Check.Properties);
        Assert.Contains(
            """e1 at edm-ui-click[1]@0: properties is {"button_id":"checkout","price":39.90} where {"button_id":"browse-kits","price":39.90} was sent""",
            verdict.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Properties_in_another_order_are_the_same()
    {
        _evidence["e1"].Value["properties"] = new JsonObject { ["price"] = 39.9m, ["button_id"] = "browse-kits" };

        (await _evidence.VerifyAsync(kafka)).Holds();
    }

    [Fact]
    public Task A_received_timestamp_that_is_not_the_records_is_a_fault()
    {
        _evidence["e1"].Value["received_timestamp"] = _evidence.Now + 6;
        return FailsInAsync(Check.Received);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000)]
    public Task A_time_that_is_not_as_sent_is_a_fault(long by)
    {
        _evidence["e1"].Value["event_timestamp"] = _evidence.Now + by;
        return FailsInAsync(Check.Happened);
    }

    [Fact]
    public async Task A_time_ahead_of_the_relays_is_put_to_it()
    {
        _evidence.Store(_evidence.Plan("ahead", "click", "v1", change: e => e["event_timestamp"] = _evidence.Now + 5_000), partition: 1, r => r["event_timestamp"] = _evidence.Now + 5);
        _evidence.Try(200, "ahead");

        (await _evidence.VerifyAsync(kafka)).Holds();
    }

    [Theory]
    [InlineData(0, true, true)]
    [InlineData(-9_000, true, true)]
    [InlineData(-11_000, true, false)]
    [InlineData(0, false, false)]
    public async Task A_wrong_clock_is_put_right_and_its_own_time_kept(long off, bool keepsOwn, bool holds)
    {
        var sent = _evidence.Plan("skewed", "click", "v1", "skewed", skew: Hour);
        _evidence.Try(200, "skewed");
        _evidence.Store(sent, partition: 1, r =>
        {
            r["event_timestamp"] = _evidence.Now + off;
            if (keepsOwn) r["client_timestamp"] = _evidence.Now + Hour;
        });

        var verdict = await _evidence.VerifyAsync(kafka);

        if (holds) verdict.Holds();
        else verdict.FailedIn(Check.Happened);
    }

    [Fact]
    public Task A_right_clock_that_is_corrected_is_a_fault()
    {
        _evidence["e1"].Value["client_timestamp"] = _evidence.Now;
        return FailsInAsync(Check.Happened);
    }

    [Theory]
    [InlineData("bot", true, true)]
    [InlineData("bot", false, false)]
    [InlineData("plain", true, false)]
    [InlineData("recorded", true, true)]
    [InlineData("recorded", false, true)]
    public async Task Crawlers_are_marked_and_nobody_else(string manner, bool marked, bool holds)
    {
        _evidence.Send("crawler", "pageload", "v2", partition: 0, manner);
        if (marked) _evidence["crawler"].Value["bot"] = "googlebot";

        var verdict = await _evidence.VerifyAsync(kafka);

        if (holds) verdict.Holds();
        else verdict.FailedIn(Check.Bot);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData(null)]
    public Task Another_content_type_is_a_fault(string? type)
    {
        _evidence["e1"].ContentType = type;
        return FailsInAsync(Check.ContentType);
    }

    private async Task FailsInAsync(Check check) => (await _evidence.VerifyAsync(kafka)).FailedIn(check);
}
