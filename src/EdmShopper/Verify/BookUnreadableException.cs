namespace EdmShopper.Verify;

/// <summary>A file that was to be a book is none, or is broken; the message is for the user.</summary>
internal sealed class BookUnreadableException(string message) : Exception(message);
