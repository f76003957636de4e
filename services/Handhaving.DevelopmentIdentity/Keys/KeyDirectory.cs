using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Handhaving.DevelopmentIdentity.Keys;

/// <summary>RSA keys that outlive a restart, one PEM file each, readable by the owner alone.</summary>
public sealed class KeyDirectory(DirectoryInfo directory)
{
    private const int KeyBits = 2048;

    /// <summary>Identity:KeyDirectory, else .handhaving/keys at the top of the repository.</summary>
    public static KeyDirectory At(IConfiguration configuration, IHostEnvironment environment) =>
        new(new DirectoryInfo(configuration["Identity:KeyDirectory"] ?? Path.Combine(TopOf(environment.ContentRootPath), ".handhaving", "keys")));

    /// <summary>Reads the key of this name; makes it first when there is none. Of two processes that make it at once one wins and both read that one.</summary>
    public RsaSecurityKey Open(string name)
    {
        var path = Path.Combine(directory.FullName, name + ".pem");
        if (!File.Exists(path)) Make(path);
        var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(path));
        var key = new RsaSecurityKey(rsa);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return key;
    }

    private void Make(string path)
    {
        directory.Create();
        using var rsa = RSA.Create(KeyBits);
        var draft = $"{path}.{Environment.ProcessId}";
        var ownerOnly = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) ownerOnly.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, ownerOnly)) writer.Write(rsa.ExportPkcs8PrivateKeyPem());
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    private static string TopOf(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Handhaving.sln"))) return at.FullName;
        return folder;
    }
}
