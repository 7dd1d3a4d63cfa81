namespace EdmShopper.Send;

/// <summary>What one visitor has waiting. At most one body with events of it is on its way.</summary>
internal sealed class Lane(string visitor)
{
    public string Visitor => visitor;

    public Queue<OutgoingEvent> Waiting { get; } = new();

    /// <summary>Whether a body with its events is on its way.</summary>
    public bool IsBusy { get; set; }
}
