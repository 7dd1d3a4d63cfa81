using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EdmHosting;

/// <summary>
/// What every answer tells the browser to refuse: to guess what a file is, to be framed, to go back to plain http; and of a
/// page, script and style that are not files of this origin, markup made from strings, and loading anything from another host.
/// </summary>
internal static class WebHeaders
{
    private const int Year = 365 * 24 * 60 * 60;

    private static readonly HeaderPolicyCollection Policy = new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
        .AddPermissionsPolicy(page =>
        {
            page.AddCamera().None();
            page.AddMicrophone().None();
            page.AddGeolocation().None();
            page.AddPayment().None();
        })

        // Only in answers over TLS, which a known proxy may have taken off.
        .AddStrictTransportSecurityMaxAge(Year)
        .AddContentSecurityPolicy(page =>
        {
            page.AddDefaultSrc().Self();
            page.AddImgSrc().Self().Data();
            page.AddObjectSrc().None();
            page.AddBaseUri().None();
            page.AddFormAction().Self();
            page.AddFrameAncestors().None();
            page.AddCustomDirective("require-trusted-types-for", "'script'");
            page.AddCustomDirective("trusted-types", "'none'");
        });

    /// <summary>The page that tries the API out is not ours and runs in Development alone: it gets none.</summary>
    public static void UseWebHeaders(this WebApplication app) =>
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/scalar"), ours => ours.UseSecurityHeaders(Policy));
}
