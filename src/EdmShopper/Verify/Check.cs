namespace EdmShopper.Verify;

/// <summary>What is looked at; the words are the ones of the report.</summary>
internal enum Check
{
    AnsweredAreThere,
    RefusedAreNot,
    DoublesExplained,
    DoublesTogether,
    VisitorsTogether,
    Topic,
    Key,
    TopicField,
    Fields,
    Properties,
    Received,
    Happened,
    Bot,
    ContentType,
}
