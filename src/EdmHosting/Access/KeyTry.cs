namespace EdmHosting.Access;

/// <summary>What became of a try to get in with a key.</summary>
public enum KeyTry
{
    Right,
    Wrong,

    /// <summary>It was not looked at: too many wrong ones came from there within the last minute.</summary>
    TooMany,
}
