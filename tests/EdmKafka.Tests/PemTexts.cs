using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EdmKafka.Tests;

/// <summary>A certificate, its private key, and a private key of nobody's.</summary>
internal static class PemTexts
{
    static PemTexts()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=somebody", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        Certificate = certificate.ExportCertificatePem();
        Key = key.ExportPkcs8PrivateKeyPem();
        OtherKey = other.ExportPkcs8PrivateKeyPem();
    }

    public static string Certificate { get; }

    public static string Key { get; }

    public static string OtherKey { get; }
}
