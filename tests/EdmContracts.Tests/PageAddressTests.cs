using System.Text;

namespace EdmContracts.Tests;

public class PageAddressTests
{
    [Theory]
    [InlineData("https://www.fix.coffee/kits?from=mail#top", "fix.coffee", "/kits")]
    [InlineData("http://fix.coffee:8080", "fix.coffee:8080", "/")]
    [InlineData("https://wwwfix.coffee/", "wwwfix.coffee", "/")]
    [InlineData("/cart?step=2", "", "/cart")]
    [InlineData("no address at all", "", "no address at all")]
    [InlineData("#top", "", "/")]
    [InlineData("", "", "")]
    public void It_has_a_host_and_a_path(string url, string host, string path)
    {
        var address = new PageAddress(Encoding.UTF8.GetBytes(url));

        Assert.Equal((host, path), (Encoding.UTF8.GetString(address.Host), Encoding.UTF8.GetString(address.Path)));
    }

    [Theory]
    [InlineData("utm_source", "mail")]
    [InlineData("utm", "")]
    [InlineData("last", "")]
    [InlineData("n", "2")]
    public void A_parameter_is_found_by_its_whole_name(string name, string value)
    {
        var address = new PageAddress("https://fix.coffee/?utm_source=mail&n=2&last=#n=3"u8);

        Assert.Equal(value, Encoding.UTF8.GetString(address.Parameter(Encoding.UTF8.GetBytes(name))));
    }
}
