namespace EdmShopper.Verify;

/// <summary>The topics could not be read to their ends, so nothing can be said; the message is for the user.</summary>
internal sealed class TopicsUnreadableException(string message) : Exception(message);
