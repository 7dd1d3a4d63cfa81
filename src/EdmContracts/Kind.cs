namespace EdmContracts;

/// <summary>What an event is, by the topic that it lies in.</summary>
public enum Kind
{
    PageLoad,
    Click,
    Commerce,
}

public static class Kinds
{
    public static Kind Of(string topic) => topic switch
    {
        Topics.PageLoad => Kind.PageLoad,
        Topics.Click => Kind.Click,
        _ => Kind.Commerce,
    };
}
