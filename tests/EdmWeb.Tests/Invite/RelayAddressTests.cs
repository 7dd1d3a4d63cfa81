using EdmWeb.Invite;

namespace EdmWeb.Tests.Invite;

public class RelayAddressTests
{
    [Theory]
    [InlineData("http://localhost:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://[::]:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://*:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://192.168.1.5:8080", "http://192.168.1.5:8080/")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/")]
    public void The_programs_own_address_is_one_that_can_be_called(string listening, string called) =>
        Assert.Equal(new Uri(called), RelayAddress.Own(listening));

    [Fact]
    public void A_socket_file_is_none() => Assert.Null(RelayAddress.Own("http://unix:/run/edm.sock"));
}
