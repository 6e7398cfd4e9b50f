//! A national roll-out: the demo pack for hundreds of councils, from one table, built by the real command.
//!
//! `cargo bench --bench national` makes 400 editions; `cargo bench --bench national -- 40` makes 40. Each has a website, its posters
//! and a handbook, and no previews. The folder it works in is kept until the next run: `target/national`. What it prints: seconds on the
//! clock, seconds of the processors, and the most memory that the command held.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How many editions are made if no number is given.
const EDITIONS: usize = 400;

/// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let count = std::env::args()
        .skip(1)
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(EDITIONS);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/national");
    let mut pack = Pack::write(&folder, count);
    println!("{count} editions");
    println!(
        "{:32} {:>8} {:>10} {:>8}",
        "", "seconds", "processor", "memory"
    );
    pack.build("posters, cold", &["--only", "posters"]);
    pack.build("sites beside them, cold", &["--only", "site"]);
    pack.elsewhere();
    pack.build("everything, cold", &[]);
    pack.build("everything, unchanged", &[]);
    pack.phone("01632 960 999");
    pack.build("one phone number changed", &[]);
    pack.statement();
    pack.build("a statement of the base changed", &[]);
    // There may have been no last run.
    let _ = fs::remove_dir_all(Pack::before(&folder));
}

/// The pack that is built.
struct Pack {
    content: PathBuf,
    output: PathBuf,
    count: usize,
}

impl Pack {
    /// Copies what the demo pack says, without its editions, and writes a table of others.
    fn write(folder: &Path, count: usize) -> Self {
        if folder.exists() {
            fs::rename(folder, Self::before(folder)).expect("last run's folder goes aside");
        }
        let pack = Self {
            content: folder.join("content"),
            output: folder.join("output"),
            count,
        };
        let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        copy(&demo, &pack.content);
        pack.table("01632 960 001");
        pack
    }

    /// Writes the table of editions. `phone` is that of the first.
    fn table(&self, phone: &str) {
        let mut table = String::from(
            "id,name,region,url,branding.primary,contacts.duty-team.phone,document.identifier,handbook.formats\n",
        );
        for number in 0..self.count {
            let phone = if number == 0 {
                phone.to_owned()
            } else {
                format!("01632 960 {:03}", number % 1000)
            };
            let (red, green, blue) = (number * 7 % 96, number * 13 % 96, number * 29 % 96);
            writeln!(
                table,
                "council-{number:03},Council {number:03},Region {},https://council-{number:03}.example/,#{red:02x}{green:02x}{blue:02x},{phone},C-{number:03},pdf",
                number % 12
            )
            .expect("text can be written to");
        }
        fs::write(self.content.join("editions.csv"), table).expect("the table can be written");
    }

    /// Changes the phone number of the first edition.
    fn phone(&self, phone: &str) {
        self.table(phone);
    }

    /// Changes one statement that all editions inherit.
    fn statement(&self) {
        let path = self.content.join("channels/email.md");
        let text = fs::read_to_string(&path).expect("the channel is there");
        let changed = text.replacen("short: ", "short: Always. ", 1);
        assert_ne!(text, changed, "there is a statement to change");
        fs::write(path, changed).expect("the channel can be written");
    }

    /// The folder of the last run. It goes only when all is measured: for a minute, file systems are slow to make files where many
    /// have just been taken away.
    fn before(folder: &Path) -> PathBuf {
        folder.with_file_name("national-before")
    }

    /// Builds into another folder from now on.
    fn elsewhere(&mut self) {
        self.output.set_file_name("everything");
    }

    /// Builds, and says what it cost.
    fn build(&self, what: &str, arguments: &[&str]) {
        let began = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_noticeboard"))
            .args(["build", "--quiet", "--no-previews", "--content"])
            .arg(&self.content)
            .arg("--output")
            .arg(&self.output)
            .args(arguments)
            .stdout(Stdio::null())
            .spawn()
            .expect("the command runs");
        let mut spent = Spent::default();
        let status = loop {
            spent.look(child.id());
            if let Some(status) = child.try_wait().expect("the command can be waited for") {
                break status;
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        assert!(status.success(), "the pack is sound");
        println!(
            "{what:32} {:8.2} {:10.2} {:>5} MB",
            began.elapsed().as_secs_f64(),
            spent.processor,
            spent.memory / 1024
        );
    }
}

/// What a process took, as Linux tells it; zero elsewhere.
#[derive(Default)]
struct Spent {
    /// Seconds of the processors.
    processor: f64,
    /// The most memory, in KB.
    memory: u64,
}

impl Spent {
    fn look(&mut self, process: u32) {
        /// Ticks of the processor's clock in a second, as every Linux has them.
        const TICKS: f64 = 100.0;
        let read = |name: &str| fs::read_to_string(format!("/proc/{process}/{name}")).ok();
        let memory = read("status").and_then(|status| {
            let line = status
                .lines()
                .find_map(|line| line.strip_prefix("VmHWM:"))?;
            line.split_whitespace().next()?.parse().ok()
        });
        self.memory = self.memory.max(memory.unwrap_or_default());
        let ticks = read("stat").and_then(|stat| {
            let (_, rest) = stat.rsplit_once(')')?;
            let fields: Vec<f64> = rest
                .split_whitespace()
                .skip(11)
                .take(2)
                .filter_map(|ticks| ticks.parse().ok())
                .collect();
            Some(fields.iter().sum::<f64>())
        });
        self.processor = self.processor.max(ticks.unwrap_or_default() / TICKS);
    }
}

/// Copies a folder of content, save its editions.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("the demo pack is there") {
        let entry = entry.expect("the demo pack can be read");
        let name = entry.file_name();
        if name == "editions" || name == "editions.csv" {
            continue;
        }
        if entry.path().is_dir() {
            copy(&entry.path(), &to.join(name));
        } else {
            fs::copy(entry.path(), to.join(name)).expect("a file can be copied");
        }
    }
}
