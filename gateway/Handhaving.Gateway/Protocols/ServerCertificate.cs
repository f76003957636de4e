using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Handhaving.Gateway.Protocols;

/// <summary>The certificate of the TLS port: PEM files by configuration, or in development one made at the start for this machine alone.</summary>
public static class ServerCertificate
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    public static X509Certificate2 From(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["Tls:CertificateFile"] is { Length: > 0 } file) return X509Certificate2.CreateFromPemFile(file, configuration["Tls:KeyFile"]);
        return environment.IsDevelopment()
            ? SelfSigned(TimeProvider.System.GetUtcNow())
            : throw new InvalidOperationException("Tls:CertificateFile (and Tls:KeyFile) must name the certificate of the TLS port; only development makes its own.");
    }

    private static X509Certificate2 SelfSigned(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ServerAuthentication], critical: false));
        return request.CreateSelfSigned(now.AddMinutes(-5), now.AddDays(30));
    }
}
