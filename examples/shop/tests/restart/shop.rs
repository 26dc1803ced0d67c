//! The shop as a process, which can be killed.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use dintero_checkout_client::serde_json::Value;

/// Longer than a shop takes to do anything on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Shop {
    process: Child,
    address: String,
    log: Receiver<Value>,
}

impl Shop {
    /// Starts the shop with its job at such intervals, and waits until it listens.
    pub fn start(base_url: &str, database: &str, settle_seconds: &str) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_shop"))
            .envs([
                ("DINTERO_BASE_URL", base_url),
                ("DINTERO_ACCOUNT_ID", "T12345678"),
                ("DINTERO_CLIENT_ID", "client-id"),
                ("DINTERO_CLIENT_SECRET", "client-secret"),
                ("SHOP_DATABASE", database),
                ("SHOP_LISTEN", "127.0.0.1:0"),
                ("SHOP_SETTLE_SECONDS", settle_seconds),
                ("SHOP_HORIZON_SECONDS", "8"),
            ])
            .env_remove("DINTERO_ACCESS_TOKEN")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let (sender, log) = channel();
        thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                // Each line of the log is an object of JSON.
                let event: Value = line.parse().unwrap();
                if sender.send(event).is_err() {
                    break;
                }
            }
        });
        let mut shop = Self { process, address: String::new(), log };
        shop.address = shop.wait_for("listening")["fields"]["address"].as_str().unwrap().to_owned();
        shop
    }

    /// Waits for an event of the log with this message.
    pub fn wait_for(&self, message: &str) -> Value {
        loop {
            let event = self.log.recv_timeout(PATIENCE).unwrap();
            if event["fields"]["message"] == message {
                return event;
            }
        }
    }

    /// Ends the process as `kill -9` does.
    pub fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Sends a request, whose answer is read from what is returned.
    pub fn send(&self, method: &str, path: &str, body: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nhost: shop\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}"
        )
        .unwrap();
        stream
    }

    /// Sends a request, and returns the status and the state in its answer.
    pub fn ask(&self, method: &str, path: &str, body: &str) -> (u16, String) {
        let mut answer = String::new();
        self.send(method, path, body).read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let state =
            body.parse::<Value>().map(|it| it["state"].as_str().unwrap_or_default().to_owned());
        (status, state.unwrap_or_default())
    }

    pub fn state(&self) -> String {
        self.ask("GET", "/orders/1", "").1
    }

    /// Waits until the order is in this state.
    pub fn wait_for_state(&self, state: &str) {
        let pause = Duration::from_millis(100);
        let tries = PATIENCE.as_millis() / pause.as_millis();
        let is_reached = (0..tries).any(|_| {
            thread::sleep(pause);
            self.state() == state
        });
        assert!(is_reached, "{} in place of {state}", self.state());
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        // A process that has ended already cannot be killed, which is as good.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
