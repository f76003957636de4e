using Handhaving.AppHost.Local.Processes;
using Handhaving.AppHost.Local.Running;
using Handhaving.Benchmarks.Platform;
using Handhaving.Testing.Identity;

namespace Handhaving.Benchmarks.Benchmarks.Gateway;

/// <summary>Proxies that pass gRPC on over HTTP/2 without TLS, without logs, with connections kept; their files lie beside the servers' own.</summary>
internal static class Proxies
{
    public static Task<(ServiceProcess Process, Uri Door)> StartNginxAsync(string program, Uri upstream, CancellationToken cancellation) => StartAsync("nginx", program, """
        daemon off; worker_processes auto; pid {directory}/nginx.pid; error_log stderr warn;
        events { worker_connections 1024; }
        http {
          access_log off;
          client_body_temp_path {directory}/body; proxy_temp_path {directory}/proxy; fastcgi_temp_path {directory}/fastcgi; uwsgi_temp_path {directory}/uwsgi; scgi_temp_path {directory}/scgi;
          keepalive_requests 1000000000;
          upstream bare { server 127.0.0.1:{upstream}; keepalive 128; keepalive_requests 1000000000; }
          server { listen 127.0.0.1:{port} http2; location / { grpc_pass grpc://bare; } }
        }
        """, file => ["-p", Path.GetDirectoryName(file) ?? "/", "-e", "stderr", "-c", file], upstream, cancellation);

    public static Task<(ServiceProcess Process, Uri Door)> StartHaProxyAsync(string program, Uri upstream, CancellationToken cancellation) => StartAsync("haproxy", program, """
        global
          maxconn 2000
        defaults
          mode http
          timeout connect 5s
          timeout client 60s
          timeout server 60s
        frontend calls
          bind 127.0.0.1:{port} proto h2
          default_backend bare
        backend bare
          http-reuse always
          server bare 127.0.0.1:{upstream} proto h2

        """, file => ["-db", "-f", file], upstream, cancellation);

    private static async Task<(ServiceProcess Process, Uri Door)> StartAsync(string name, string program, string configuration, Func<string, string[]> arguments, Uri upstream, CancellationToken cancellation)
    {
        var directory = Directory.CreateDirectory(Path.Combine(ServiceProcess.Instance.Directory, name)).FullName;
        var door = new Uri($"http://127.0.0.1:{Ports.Free()}");
        var file = Path.Combine(directory, name + ".conf");
        await File.WriteAllTextAsync(file, configuration
            .Replace("{directory}", directory, StringComparison.Ordinal).Replace("{port}", $"{door.Port}", StringComparison.Ordinal).Replace("{upstream}", $"{upstream.Port}", StringComparison.Ordinal), cancellation);
        var launch = new Launch(name, program, arguments(file), directory) { IsReady = new HttpProbe(new(door, "/health/ready"), 200).AnswersAsync };
        return (await ServiceProcess.StartAsync(launch, cancellation), door);
    }
}
