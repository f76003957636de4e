namespace Handhaving.AppHost.Local.Instances;

/// <summary>A file of mode 0600, complete or not there at all.</summary>
internal static class PrivateFile
{
    public static void Write(string path, string content)
    {
        var unfinished = path + ".new";
        File.Delete(unfinished);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var writer = new StreamWriter(path: unfinished, options))
            writer.Write(content);
        File.Move(unfinished, path, overwrite: true);
    }
}
