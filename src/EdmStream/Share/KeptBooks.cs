using EdmContracts.Live;

namespace EdmStream.Share;

/// <summary>Books that another owner kept and that go on.</summary>
/// <param name="Books">As they were said last.</param>
/// <param name="Since">They go back to what was received at this moment: milliseconds since 1970.</param>
internal sealed record KeptBooks(HeadBooks Books, long Since);
