using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using ConvNets.Data;
using ConvNets.Data.Download;
using Script = Tests.Data.MisbehavingServer.Script;

namespace Tests.Data;

public sealed class DataStoreTests : FolderTests
{
    private static readonly byte[] Record = [3, .. new byte[3072]];
    private static readonly byte[] Archive = TarGz(("set/data_batch_1.bin", [.. Record, .. Record]), ("set/test_batch.bin", Record));

    private static byte[] TarGz(params (string Name, byte[] Data)[] files) => TarGz(files.Select(f =>
        (TarEntry)new PaxTarEntry(TarEntryType.RegularFile, f.Name) { DataStream = new MemoryStream(f.Data) }));

    private static byte[] TarGz(IEnumerable<TarEntry> entries)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip))
        {
            foreach (var entry in entries)
                tar.WriteEntry(entry);
        }
        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Data)[] files)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, data) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(data);
            }
        }
        return packed.ToArray();
    }

    private DataStore Store(IReadOnlyList<string> urls, byte[]? archive = null, string unpack = "tar.gz", int attempts = 4, bool knownLength = true)
    {
        archive ??= Archive;
        var file = new CatalogueFile(
            "set.archive", urls, knownLength ? archive.Length : null, [Convert.ToHexStringLower(SHA256.HashData(archive))], Unpack: unpack);
        var entry = new CatalogueEntry("toy", "Toy", "", "", "", "", "", 10, "set", ["data_batch_1.bin", "test_batch.bin"], [file]);
        return new DataStore(
            Home.Path, new Catalogue([entry]), options: new DownloadOptions(attempts, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(400)));
    }

    private static async Task<string> FailureAsync(DataStore store) =>
        (await Assert.ThrowsAsync<DataException>(() => store.GetAsync("toy"))).Message;

    private void NothingIsThere(DataStore store)
    {
        Assert.False(store.Has(store.Catalogue.Get("toy")));
        Assert.False(Directory.Exists(Home.File("toy")));
        Assert.Contains("course data get toy", Assert.Throws<DataException>(() => store.Open("toy")).Message);
    }

    [Fact]
    public async Task A_data_set_is_fetched_unpacked_opened_and_verified()
    {
        using var server = new MisbehavingServer(new Script(Archive));
        var store = Store([server.Url]);
        var stages = new List<DownloadProgress>();
        var path = await store.GetAsync("toy", new Direct(stages.Add));
        Assert.Equal(2, store.Open("toy").Train.Count);
        Assert.Equal(Home.File("toy/set"), path);
        Assert.Contains(stages, stage => stage.Stage == "downloading" && stage.Done == Archive.Length && stage.Total == Archive.Length);
        Assert.Empty(await store.VerifyAsync("toy"));
        Assert.Empty(Directory.GetFileSystemEntries(Home.File("downloads")));

        // Asked again, it comes from the Home.
        await store.GetAsync("toy");
        Assert.Single(server.RangesAsked);

        File.AppendAllText(Home.File("toy/set/test_batch.bin"), "x");
        File.Delete(Home.File("toy/set/data_batch_1.bin"));
        var faults = await store.VerifyAsync("toy");
        Assert.Contains(faults, fault => fault.EndsWith("test_batch.bin: has changed since it was unpacked.", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.EndsWith("data_batch_1.bin: is missing.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cut_connection_is_resumed_where_it_broke_or_begun_anew(bool rangesWork)
    {
        using var server = new MisbehavingServer(new Script(Archive, CutAfter: 100), new Script(Archive, IgnoreRange: !rangesWork));
        var store = Store([server.Url]);
        await store.GetAsync("toy");
        Assert.Equal(2, server.RangesAsked.Count);
        Assert.InRange(server.RangesAsked[1], 1, 100);
        Assert.Equal(1, store.Open("toy").Test.Count);
    }

    [Fact]
    public async Task A_killed_download_goes_on_from_its_part()
    {
        using var server = new MisbehavingServer(new Script(Archive));
        Home.Write("downloads/toy/set.archive.part", Archive[..77]);
        Directory.CreateDirectory(Home.File("downloads/toy.unpacked/half"));
        await Store([server.Url]).GetAsync("toy");
        Assert.Equal([77], server.RangesAsked);
        Assert.False(Directory.Exists(Home.File("toy/half")));
    }

    [Fact]
    public async Task A_part_with_wrong_bytes_is_dropped_and_fetched_again()
    {
        using var server = new MisbehavingServer(new Script(Archive));
        Home.Write("downloads/toy/set.archive.part", new byte[77]);
        await Store([server.Url]).GetAsync("toy");
        Assert.Equal([77, 0], server.RangesAsked);
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_left_for_the_next_mirror()
    {
        using var silent = new MisbehavingServer(new Script(Archive, StallAfter: 50));
        using var good = new MisbehavingServer(new Script(Archive, Dribble: true));
        await Store([silent.Url, good.Url]).GetAsync("toy");
        Assert.Single(good.RangesAsked);
    }

    [Fact]
    public async Task Missing_files_and_server_errors_lead_to_the_next_mirror()
    {
        using var missing = new MisbehavingServer(new Script(Archive, Status: 404));
        using var broken = new MisbehavingServer(new Script(Archive, Status: 503));
        using var good = new MisbehavingServer(new Script(Archive));
        await Store([missing.Url, broken.Url, good.Url]).GetAsync("toy");
        Assert.Single(good.RangesAsked);
    }

    [Fact]
    public async Task Corrupt_bytes_are_never_taken()
    {
        var corrupt = (byte[])Archive.Clone();
        corrupt[60] ^= 1;
        using var server = new MisbehavingServer(new Script(corrupt));
        var store = Store([server.Url], attempts: 2);
        var message = await FailureAsync(store);
        Assert.Contains("has the SHA-256", message);
        Assert.Contains($"fetch {server.Url} by other means, put it at {Home.File("downloads/toy/set.archive")}, and run the command again.", message);
        NothingIsThere(store);
    }

    [Theory]
    [InlineData(5, "the server offers 5 bytes instead of")]
    [InlineData(1_000_000, "the server offers 1000000 bytes instead of")]
    public async Task A_server_that_lies_about_the_length_is_not_believed(long claimed, string sentence)
    {
        using var server = new MisbehavingServer(new Script(Archive, ClaimedLength: claimed));
        var store = Store([server.Url], attempts: 1);
        Assert.Contains(sentence, await FailureAsync(store));
        NothingIsThere(store);
    }

    [Fact]
    public async Task A_server_that_sends_without_end_is_stopped_at_the_known_length()
    {
        using var server = new MisbehavingServer(new Script([.. Archive, .. new byte[50_000]], ClaimedLength: -1));
        var store = Store([server.Url], attempts: 1);
        Assert.Contains($"the server sends more than {Archive.Length} bytes", await FailureAsync(store));
        Assert.True(!File.Exists(Home.File("downloads/toy/set.archive.part")) || new FileInfo(Home.File("downloads/toy/set.archive.part")).Length <= Archive.Length);
    }

    [Fact]
    public async Task A_short_answer_without_known_length_is_noticed()
    {
        using var server = new MisbehavingServer(new Script(Archive[..200], ClaimedLength: -1), new Script(Archive));
        await Store([server.Url], knownLength: false).GetAsync("toy");
        Assert.Equal(2, server.RangesAsked.Count);
    }

    [Fact]
    public async Task Offline_the_sentence_says_what_to_fetch_and_where_to_put_it_and_then_it_works()
    {
        var store = Store(["http://127.0.0.1:9/set.archive"], attempts: 2);
        var message = await FailureAsync(store);
        Assert.Contains("no connection; is there a network?", message);
        Home.Write("downloads/toy/set.archive", Archive);
        await store.GetAsync("toy");
        Assert.Equal(1, store.Open("toy").Test.Count);
    }

    [Fact]
    public async Task Where_no_name_can_be_resolved_every_mirror_is_asked_once_and_nobody_waits()
    {
        var handler = new Nameless();
        var known = Store(["http://one.example/set.archive", "http://two.example/set.archive"]).Catalogue;
        var store = new DataStore(Home.Path, known, new HttpClient(handler), new DownloadOptions(6, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(9)));
        Assert.Contains("the name cannot be resolved; is there a network?", await FailureAsync(store));
        Assert.Equal(["one.example", "two.example"], handler.Asked);
    }

    [Fact]
    public async Task Stopped_at_any_moment_nothing_half_made_counts_and_the_next_run_ends_well()
    {
        var archive = Archive;
        using var server = new MisbehavingServer(new Script(archive));
        for (var moment = 0; ; moment++)
        {
            var store = Store([server.Url]);
            var left = moment;
            try
            {
                await store.GetAsync("toy", new Direct(_ => { if (left-- == 0) throw new OperationCanceledException(); }));
                break;
            }
            catch (OperationCanceledException)
            {
                NothingIsThere(store);
            }
            await store.GetAsync("toy");
            Assert.Empty(await store.VerifyAsync("toy"));
            Directory.Delete(Home.Path, recursive: true);
            Assert.InRange(moment, 0, 50);
        }
        Assert.Empty(await Store([server.Url]).VerifyAsync("toy"));
    }

    [Fact]
    public async Task An_archive_that_is_a_link_is_taken_as_what_it_leads_to()
    {
        Directory.CreateDirectory(Home.File("downloads/toy"));
        File.CreateSymbolicLink(Home.File("downloads/toy/set.archive"), Home.Write("elsewhere", Archive));
        var store = Store(["http://127.0.0.1:9/set.archive"], attempts: 1);
        await store.GetAsync("toy");
        Assert.Equal(1, store.Open("toy").Test.Count);
    }

    [Fact]
    public async Task A_wrong_file_put_there_by_hand_is_refused()
    {
        Home.Write("downloads/toy/set.archive", Archive[..^1]);
        Assert.Contains($"has {Archive.Length - 1} bytes instead of {Archive.Length}; remove it", await FailureAsync(Store(["http://127.0.0.1:9/set.archive"])));
    }

    [Fact]
    public async Task Two_downloads_of_one_set_do_not_meet()
    {
        using var server = new MisbehavingServer(new Script(Archive, Dribble: true));
        var store = Store([server.Url]);
        var waited = false;
        var both = await Task.WhenAll(store.GetAsync("toy"), Store([server.Url]).GetAsync("toy", new Direct(p => waited |= p.Stage.StartsWith("waiting", StringComparison.Ordinal))));
        Assert.Equal(both[0], both[1]);
        Assert.Single(server.RangesAsked);
        Assert.True(waited);
    }

    [Fact]
    public async Task A_cancelled_download_leaves_nothing_that_counts()
    {
        using var server = new MisbehavingServer(new Script(Archive, StallAfter: 90));
        var store = Store([server.Url]);
        using var source = new CancellationTokenSource();
        var progress = new Direct(p => { if (p.Done > 0) source.Cancel(); });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.GetAsync("toy", progress, source.Token));
        NothingIsThere(store);
    }

    public static TheoryData<string, byte[], string> Hostile => new()
    {
        { "tar.gz", TarGz(("../evil", [1])), "would be written outside" },
        { "tar.gz", TarGz(("/tmp/evil", [1])), "would be written outside" },
        { "tar.gz", TarGz([new PaxTarEntry(TarEntryType.SymbolicLink, "set/link") { LinkName = "/etc" }]), "is a SymbolicLink and no file" },
        { "tar.gz", TarGz([new PaxTarEntry(TarEntryType.HardLink, "set/link") { LinkName = "/etc/passwd" }]), "is a HardLink and no file" },
        { "tar.gz", TarGz([new PaxTarEntry(TarEntryType.Fifo, "set/pipe")]), "is a Fifo and no file" },
        { "tar.gz", TarGz(("set/other", [1])), "holds no set/data_batch_1.bin" },
        { "tar.gz", [1, 2, 3, 4], "cannot be unpacked" },
        { "zip", Zip(("../../evil", [1])), "would be written outside" },
        { "zip", [80, 75, 3, 4, 0, 0], "cannot be unpacked" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_archive_writes_nothing_outside_and_nothing_counts(string kind, byte[] archive, string sentence)
    {
        using var server = new MisbehavingServer(new Script(archive));
        var store = Store([server.Url], archive, kind);
        Assert.Contains(sentence, await FailureAsync(store));
        NothingIsThere(store);
        Assert.False(File.Exists(Home.File("evil")) || File.Exists(Home.File("downloads/evil")));
    }

    [Fact]
    public void An_archive_that_unpacks_to_too_much_is_stopped()
    {
        var archive = Home.Write("bomb.tar.gz", TarGz(("zeros", new byte[5_000_000])));
        var error = Assert.Throws<DataException>(() => new Unpacker(archive, Home.File("out"), maxBytes: 1_000_000).Unpack("tar.gz", default));
        Assert.Contains("unpacks to more than 1,000,000 bytes", error.Message);
        Assert.Throws<DataException>(() => new Unpacker(archive, Home.File("out2"), maxFiles: 0).Unpack("tar.gz", default));
    }

    [Fact]
    public async Task A_zip_unpacks_too()
    {
        var archive = Zip(("set/", []), ("set/data_batch_1.bin", Record), ("set/test_batch.bin", Record));
        using var server = new MisbehavingServer(new Script(archive));
        var store = Store([server.Url], archive, "zip");
        await store.GetAsync("toy");
        Assert.Equal(1, store.Open("toy").Train.Count);
    }

    [Fact]
    public void The_catalogue_is_complete_and_consistent()
    {
        var names = Catalogue.Default.Entries.Select(entry => entry.Name).ToArray();
        Assert.Equal(names.Distinct(), names);
        Assert.Superset(new HashSet<string> { "cifar-10", "cifar-100", "mnist", "fashion-mnist", "imagenette2-160", "imagewoof2-160", "tiny-imagenet" }, names.ToHashSet());
        foreach (var entry in Catalogue.Default.Entries)
        {
            Assert.All(new[] { entry.Title, entry.About, entry.Publisher, entry.Homepage, entry.Licence, entry.Citation }, Assert.NotEmpty);
            Assert.NotEmpty(entry.Contains);
            foreach (var file in entry.Files)
            {
                Assert.All(file.Urls, url => Assert.True(Uri.TryCreate(url, UriKind.Absolute, out _), url));
                Assert.True(file.Sha256?.Count > 0 || file.Md5?.Count > 0, file.Name);
                Assert.All(file.Sha256 ?? [], sum => Assert.Matches("^[0-9a-f]{64}$", sum));
                Assert.All(file.Md5 ?? [], sum => Assert.Matches("^[0-9a-f]{32}$", sum));
                Assert.True(file.Unpack is null or "zip" or "tar.gz");
            }
        }
        Assert.Equal("length and SHA-256", Catalogue.Default.Get("mnist").Checks);
        Assert.Equal("MD5 (length unknown)", Catalogue.Default.Get("imagenette2-160").Checks);
        Assert.Null(Catalogue.Default.Get("imagenette2-160").Bytes);
        Assert.Equal(30_878_645, Catalogue.Default.Get("fashion-mnist").Bytes);
        Assert.Contains("it has cifar-10, cifar-100", Assert.Throws<DataException>(() => Catalogue.Default.Get("imagenet")).Message);
    }

    [Fact]
    public void The_environment_names_the_folder()
    {
        Assert.NotEmpty(DataStore.DefaultFolder);
        Assert.EndsWith("some-folder", new DataStore("some-folder").Folder);
    }

    private sealed class Nameless : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.Host);
            throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host");
        }
    }

    private sealed class Direct(Action<DownloadProgress> report) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => report(value);
    }
}
