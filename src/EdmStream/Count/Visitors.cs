using EdmContracts;
using EdmContracts.Live;

namespace EdmStream.Count;

/// <summary>
/// The visitors of the last hour, and histograms over their moments, of which every figure of distinct visitors is a
/// suffix sum. What a visitor did lies in one partition; its events are handed over in the order of the log. It belongs
/// to one thread.
/// </summary>
internal sealed class Visitors
{
    private const int InCartFor = 60 * Buckets.AMinute;

    private readonly FingerprintTable<VisitorState> _states;
    private readonly BucketHistogram _seen = new(), _ordered = new(), _carts = new();
    private readonly BucketHistogram _viewedStep = new(), _addedStep = new(), _checkoutStep = new(), _orderedStep = new();
    private readonly VisitorMoments _moments;

    private int _edge;

    public Visitors()
    {
        _states = new((in VisitorState visitor) => visitor.LastSeen <= _edge, Forget);
        _moments = new(_seen.After, _ordered.After, _carts.After, _viewedStep.After, _addedStep.After, _checkoutStep.After, _orderedStep.After);
    }

    /// <summary>How many are held in memory.</summary>
    public int Held => _states.Count;

    public void Add(scoped in ShownEvent shown)
    {
        if (shown.Visitor.IsEmpty) return;
        ref var visitor = ref _states.Of(shown.Visitor, out _);
        _seen.Move(ref visitor.LastSeen, Math.Max(visitor.LastSeen, shown.Bucket));
        if (shown.Step != Step.None) Go(ref visitor, shown);
        var cart = visitor.IsInCart ? Math.Min(Buckets.Of(visitor.AddTime) + InCartFor - VisitorMoments.ActiveFor, visitor.LastSeen) : 0;
        _carts.Move(ref visitor.Cart, cart);
    }

    /// <summary>The figures as of a bucket, from what was added so far.</summary>
    /// <param name="bucket">Not before the last <see cref="Slide"/>.</param>
    public DistinctFigures At(int bucket) => _moments.At(bucket);

    /// <summary>Their moments as they are said, for whoever works the figures out at a later bucket.</summary>
    /// <param name="bucket">Not before the last <see cref="Slide"/>.</param>
    public VisitorHistograms Said(int bucket)
    {
        return new VisitorHistograms(Of(_seen), Of(_ordered), Of(_carts), Of(_viewedStep), Of(_addedStep), Of(_checkoutStep), Of(_orderedStep));

        Histogram Of(BucketHistogram moments) => moments.Between(bucket - Buckets.LongestWindow + 1, bucket + Buckets.AMinute);
    }

    /// <summary>Lets go of those whom no window holds any more, in the long run.</summary>
    public void Slide(int toBucket) => _edge = Math.Max(_edge, toBucket - Buckets.LongestWindow);

    private void Go(ref VisitorState visitor, scoped in ShownEvent shown)
    {
        var bucket = shown.Bucket;
        switch (shown.Step)
        {
            case Step.Viewed:
                _viewedStep.Move(ref visitor.Viewed, Math.Max(visitor.Viewed, bucket));
                break;
            case Step.Added:
                _addedStep.Move(ref visitor.Added, Math.Max(visitor.Added, Math.Min(visitor.Viewed, bucket)));
                if (shown.Time >= visitor.AddTime)
                    (visitor.AddTime, visitor.AddedProduct, visitor.IsInCart) = (shown.Time, ProductOf(shown), true);
                break;
            case Step.Removed:
                visitor.IsInCart &= visitor.AddedProduct != ProductOf(shown);
                break;
            case Step.Checkout:
                _checkoutStep.Move(ref visitor.Checkout, Math.Max(visitor.Checkout, Math.Min(visitor.Added, bucket)));
                break;
            case Step.Ordered:
                _orderedStep.Move(ref visitor.Ordered, Math.Max(visitor.Ordered, Math.Min(visitor.Checkout, bucket)));
                _ordered.Move(ref visitor.LastOrder, Math.Max(visitor.LastOrder, bucket));
                visitor.IsInCart = false;
                break;
        }
    }

    private void Forget(VisitorState visitor)
    {
        _seen.Forget(visitor.LastSeen);
        _ordered.Forget(visitor.LastOrder);
        _carts.Forget(visitor.Cart);
        _viewedStep.Forget(visitor.Viewed);
        _addedStep.Forget(visitor.Added);
        _checkoutStep.Forget(visitor.Checkout);
        _orderedStep.Forget(visitor.Ordered);
    }

    private static ulong ProductOf(scoped in ShownEvent shown) => KeyHash.Of(shown.Properties.ProductId);
}
