using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EdmTesting;

/// <summary>
/// Keys and certificates for one secure cluster, made anew each time and good for a day: an authority, a broker and a client
/// that it vouches for, and a second authority that has vouched for neither. Everything is PEM text.
/// </summary>
public sealed class Certificates
{
    internal Certificates()
    {
        using var authority = Authority("CN=Authority of the tests");
        using var other = Authority("CN=Another authority");
        using var broker = Vouch(authority, "CN=broker");
        using var client = Vouch(authority, "CN=client");
        AuthorityPem = authority.ExportCertificatePem();
        OtherAuthorityPem = other.ExportCertificatePem();
        ClientCertificatePem = client.ExportCertificatePem();
        ClientKeyPem = KeyPem(client);
        BrokerPem = KeyPem(broker) + "\n" + broker.ExportCertificatePem() + "\n";
    }

    public string AuthorityPem { get; }

    public string ClientCertificatePem { get; }

    /// <summary>PKCS#8, not encrypted.</summary>
    public string ClientKeyPem { get; }

    /// <summary>An authority that a client must not trust the brokers by.</summary>
    public string OtherAuthorityPem { get; }

    /// <summary>Key, then certificate: what Kafka reads as a key store of type PEM.</summary>
    internal string BrokerPem { get; }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));

        // Java and OpenSSL check the dates against the machine's clock, so that clock it is. An hour back: they round.
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
    }

    private static X509Certificate2 Vouch(X509Certificate2 authority, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, authority.NotBefore, authority.NotAfter, RandomNumberGenerator.GetBytes(16));
        return certificate.CopyWithPrivateKey(key);
    }

    private static string KeyPem(X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        return key.ExportPkcs8PrivateKeyPem();
    }
}
