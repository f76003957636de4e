using System.Security.Cryptography;

namespace Handhaving.AppHost.Local.Instances;

/// <summary>Passwords, generated once and kept in files that only their owner reads.</summary>
internal sealed class SecretFiles(string directory)
{
    private const int Characters = 32;

    public string GetOrCreate(string name)
    {
        var path = Path.Combine(directory, name);
        if (File.Exists(path))
            return File.ReadAllText(path);
        Directory.CreateDirectory(directory);
        // Letters and digits only: the value stands in connection strings, addresses and configuration files without quoting.
        var secret = RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", Characters);
        PrivateFile.Write(path, secret);
        return secret;
    }
}
