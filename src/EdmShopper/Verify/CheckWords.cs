namespace EdmShopper.Verify;

/// <summary>The checks in words, as the report has them.</summary>
internal static class CheckWords
{
    public static string InWords(this Check check) => check switch
    {
        Check.AnsweredAreThere => "every answered event is in the topics",
        Check.RefusedAreNot => "no refused event is in the topics",
        Check.DoublesExplained => "every double is explained by an answer, or by one that never came",
        Check.DoublesTogether => "doubles lie in one partition, under one key",
        Check.VisitorsTogether => "a visitor has one partition, the same in all topics",
        Check.Topic => "each type lies in its topic",
        Check.Key => "the key is the visitor, else the event",
        Check.TopicField => "the field topic names the topic",
        Check.Fields => "the fields are as they were sent",
        Check.Properties => "the properties are as they were sent",
        Check.Received => "received_timestamp is the record's timestamp",
        Check.Happened => "event_timestamp is as sent, put right where the sender's clock was wrong",
        Check.Bot => "bot marks crawlers, and nobody else",
        Check.ContentType => "the header content-type is application/json",
        _ => throw new ArgumentOutOfRangeException(nameof(check)),
    };
}
