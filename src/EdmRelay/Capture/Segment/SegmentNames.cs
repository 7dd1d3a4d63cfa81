using System.Text;

namespace EdmRelay.Capture.Segment;

/// <summary>
/// Segment's names of events as types of ours: snake case, and where the first version of its ecommerce specification had
/// other names, the second one's.
/// </summary>
internal static class SegmentNames
{
    private const int Longest = 64;

    private static readonly Dictionary<string, string> Renamed = new()
    {
        ["viewed_product_category"] = "product_list_viewed",
        ["viewed_product"] = "product_viewed",
        ["clicked_product"] = "product_clicked",
        ["added_product"] = "product_added",
        ["removed_product"] = "product_removed",
        ["viewed_cart"] = "cart_viewed",
        ["started_checkout"] = "checkout_started",
        ["viewed_checkout_step"] = "checkout_step_viewed",
        ["completed_checkout_step"] = "checkout_step_completed",
        ["entered_payment_info"] = "payment_info_entered",
        ["completed_order"] = "order_completed",
        ["updated_order"] = "order_updated",
        ["refunded_order"] = "order_refunded",
        ["cancelled_order"] = "order_cancelled",
        ["canceled_order"] = "order_cancelled",
        ["order_canceled"] = "order_cancelled",
        ["searched_products"] = "products_searched",
        ["viewed_promotion"] = "promotion_viewed",
        ["clicked_promotion"] = "promotion_clicked",

        // These two belong to other topics.
        ["click"] = "track_click",
        ["pageload"] = "track_pageload",
    };

    /// <returns>The type; empty where the name holds neither letters nor digits of ASCII.</returns>
    public static string TypeOf(string eventName)
    {
        var type = Snake(eventName);
        return Renamed.GetValueOrDefault(type, type);
    }

    private static string Snake(string name)
    {
        var snake = new StringBuilder();
        for (var i = 0; i < name.Length && snake.Length < Longest; i++)
        {
            var c = name[i];
            if (!char.IsAsciiLetterOrDigit(c))
            {
                Part(snake);
                continue;
            }

            // OrderCompleted is two words, and so is HTTPError.
            if (char.IsAsciiLetterUpper(c) && i > 0 && (char.IsAsciiLetterLower(name[i - 1]) || char.IsAsciiLetterUpper(name[i - 1]) && i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1])))
                Part(snake);
            if (snake.Length < Longest) snake.Append(char.ToLowerInvariant(c));
        }

        return snake.ToString().TrimEnd('_');
    }

    private static void Part(StringBuilder snake)
    {
        if (snake.Length > 0 && snake[^1] != '_') snake.Append('_');
    }
}
