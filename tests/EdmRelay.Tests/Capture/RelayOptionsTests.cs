using EdmRelay.Capture;

namespace EdmRelay.Tests.Capture;

public class RelayOptionsTests
{
    [Fact]
    public void What_is_set_when_nothing_is_said_is_no_mistake() => Assert.Empty(new RelayOptions().Check());

    [Theory]
    [InlineData("https://shop.example")]
    [InlineData("http://localhost:5080")]
    [InlineData("https://xn--caf-dma.example")]
    public void An_origin_is_scheme_and_host(string origin) => Assert.Empty(new RelayOptions { AllowedOrigins = [origin] }.Check());

    [Theory]
    [InlineData("*")]
    [InlineData("shop.example")]
    [InlineData("https://shop.example/")]
    [InlineData("https://shop.example/shop")]
    [InlineData("https://*.shop.example/*")]
    [InlineData("https://Shop.Example")]
    [InlineData("https://shop.example:443")]
    [InlineData("")]
    public void Anything_else_is_no_origin(string origin) =>
        Assert.Equal(
            [$"AllowedOrigins: '{origin}' is not an origin such as https://shop.example (scheme and host, no path, no wildcard)."],
            new RelayOptions { AllowedOrigins = ["https://shop.example", origin] }.Check());

    [Theory]
    [InlineData(1024, true)]
    [InlineData(900_000, true)]
    [InlineData(1023, false)]
    [InlineData(900_001, false)]
    public void A_body_fits_into_a_Kafka_record(int bytes, bool good) =>
        Assert.Equal(good ? [] : ["MaxBodyBytes"], Keys(new() { MaxBodyBytes = bytes }));

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void A_body_holds_an_event_at_least(int events, bool good) =>
        Assert.Equal(good ? [] : ["MaxEvents"], Keys(new() { MaxEvents = events }));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_body_gets_some_time_to_arrive(int seconds) =>
        Assert.Equal(["BodyTimeout"], Keys(new() { BodyTimeout = TimeSpan.FromSeconds(seconds) }));

    [Theory]
    [InlineData("shop-1")]
    [InlineData("", "WriteKeys")]
    [InlineData("a:b", "WriteKeys")]
    public void A_write_key_can_be_a_user_name(string key, params string[] mistakes) =>
        Assert.Equal(mistakes, Keys(new() { WriteKeys = [key] }));

    [Fact]
    public void Limits_are_not_negative_and_those_of_keys_need_keys()
    {
        Assert.Equal(["RequestsPerAddress", "RequestsPerKey"], Keys(new() { RequestsPerAddress = -1, RequestsPerKey = -1 }));
        Assert.Equal(["RequestsPerKey"], Keys(new() { RequestsPerKey = 5 }));
        Assert.Empty(Keys(new() { RequestsPerAddress = 5, RequestsPerKey = 5, WriteKeys = ["a"] }));
    }

    [Fact]
    public async Task Every_mistake_stops_the_start_and_names_itself()
    {
        var (exitCode, printed) = await ServiceProcess.RunToEndAsync(
            "EdmRelay",
            ("KAFKA_URL", "kafka://127.0.0.1:1"), ("Relay__MaxBodyBytes", "12"), ("Relay__MaxEvents", "many"),
            ("Relay__AllowedOrigins", "https://shop.example, *"), ("Relay__Timeout", "00:00:01"), ("PORT", "web"));

        Assert.Equal(2, exitCode);
        Assert.Equal(
            [
                "PORT: 'web' is not a port (0 to 65535).",
                "Relay:AllowedOrigins: '*' is not an origin such as https://shop.example (scheme and host, no path, no wildcard).",
                "Relay:MaxBodyBytes: 1024 to 900000, so that any event of a body fits into a Kafka record.",
                "Relay:MaxEvents: 'many' is not a whole number.",
                "Relay:Timeout is not a setting. Relay has: AllowedOrigins, BodyTimeout, MaxBodyBytes, MaxEvents, RequestsPerAddress, RequestsPerKey, WriteKeys.",
            ],
            printed.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Keys(RelayOptions options) => options.Check().Select(mistake => mistake.Split(':')[0]);
}
