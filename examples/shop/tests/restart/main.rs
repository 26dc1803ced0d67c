//! A process that is killed at any step, and the one after it: at most one cancel is carried out, and the
//! order ends as it should.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod dintero;
mod shop;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use dintero::{Dintero, Point, Stop, locked};
use shop::Shop;

/// A database of a test's own, and the Dintero that its shops talk to.
struct Scene {
    database: String,
    dintero: Dintero,
}

impl Scene {
    fn new(name: &str) -> Self {
        let file: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.sqlite"));
        for ending in ["sqlite", "sqlite-journal"] {
            // It is there only if the test ran before.
            let _ = fs::remove_file(file.with_extension(ending));
        }
        let database = file.to_str().unwrap().to_owned();
        Self { dintero: Dintero::start(database.clone()), database }
    }

    fn shop(&self) -> Shop {
        Shop::start(&self.dintero.base_url(), &self.database, "1")
    }

    fn shop_with_an_order(&self) -> Shop {
        let shop = self.shop();
        assert_eq!(shop.ask("PUT", "/orders/1", "T12345678.1").1, "paid");
        shop
    }

    /// Kills the shop where its cancel comes to a stop.
    fn kill_at(&self, stop: Stop) {
        self.dintero.stop_at(stop);
        let shop = self.shop_with_an_order();
        let _caller = shop.send("POST", "/orders/1/cancel", "");
        self.dintero.wait_until_reached();
        if let Stop::Lock(_) = stop {
            // The answer has arrived once the shop says what it is about to store.
            assert_eq!(shop.wait_for("found")["fields"]["state"], "cancelled");
        }
        shop.kill();
    }

    /// Starts another shop, which ends with the order cancelled; returns how many cancels arrived.
    fn restart(&self) -> usize {
        let shop = self.shop();
        shop.wait_for_state("cancelled");
        shop.kill();
        // Nothing is left for yet another one.
        let shop = self.shop();
        assert_eq!(shop.ask("POST", "/orders/1/cancel", ""), (200, "cancelled".to_owned()));
        let (arrived, done) = self.dintero.cancels();
        assert_eq!(done, 1, "cancels were carried out");
        arrived
    }
}

#[test]
fn before_the_intention_is_written() {
    let scene = Scene::new("before-intention");
    let shop = scene.shop_with_an_order();
    let lock = locked(&scene.database);
    let _caller = shop.send("POST", "/orders/1/cancel", "");
    thread::sleep(Duration::from_millis(500));
    assert_eq!(scene.dintero.cancels(), (0, 0));
    shop.kill();
    drop(lock);
    // The caller got no answer, and nothing is written: it is for the caller to ask again.
    let shop = scene.shop();
    assert_eq!(shop.state(), "paid");
    assert_eq!(shop.ask("POST", "/orders/1/cancel", "").1, "cancelled");
    shop.kill();
    assert_eq!(scene.restart(), 1);
}

#[test]
fn before_the_request_is_sent() {
    let scene = Scene::new("before-request");
    scene.kill_at(Stop::Wait(Point::Token));
    scene.dintero.go_on();
    assert_eq!(scene.dintero.cancels(), (0, 0));
    assert_eq!(scene.restart(), 1);
}

#[test]
fn before_a_request_that_is_lost() {
    let scene = Scene::new("lost-request");
    scene.kill_at(Stop::Wait(Point::CancelArrived));
    scene.dintero.lose();
    assert_eq!(scene.restart(), 2);
}

#[test]
fn before_a_request_that_is_carried_out_late() {
    let scene = Scene::new("late-request");
    scene.kill_at(Stop::Wait(Point::CancelArrived));
    let shop = scene.shop();
    // The session is read as open, which proves nothing yet.
    assert_eq!(shop.wait_for("found")["fields"]["state"], "settling");
    shop.kill();
    scene.dintero.go_on();
    assert_eq!(scene.restart(), 1);
}

#[test]
fn before_the_answer() {
    let scene = Scene::new("before-answer");
    scene.kill_at(Stop::Wait(Point::CancelDone));
    scene.dintero.go_on();
    assert_eq!(scene.restart(), 1);
}

#[test]
fn before_the_answer_is_stored() {
    let scene = Scene::new("before-answer-stored");
    scene.kill_at(Stop::Lock(Point::CancelDone));
    scene.dintero.go_on();
    assert_eq!(scene.restart(), 1);
}

#[test]
fn after_the_answer_is_stored() {
    let scene = Scene::new("after-answer-stored");
    let shop = scene.shop_with_an_order();
    assert_eq!(shop.ask("POST", "/orders/1/cancel", ""), (200, "cancelled".to_owned()));
    shop.kill();
    assert_eq!(scene.restart(), 1);
}

#[test]
fn while_settling() {
    let scene = Scene::new("while-settling");
    scene.kill_at(Stop::Wait(Point::CancelDone));
    for stop in [Stop::Wait(Point::Token), Stop::Wait(Point::Read), Stop::Lock(Point::Read)] {
        scene.dintero.go_on();
        scene.dintero.stop_at(stop);
        let shop = scene.shop();
        scene.dintero.wait_until_reached();
        shop.kill();
    }
    scene.dintero.go_on();
    assert_eq!(scene.restart(), 1);
}

#[test]
fn while_cancelling_again() {
    let scene = Scene::new("cancelling-again");
    scene.kill_at(Stop::Wait(Point::CancelArrived));
    scene.dintero.lose();
    scene.dintero.stop_at(Stop::Wait(Point::CancelDone));
    let shop = scene.shop();
    scene.dintero.wait_until_reached();
    shop.kill();
    scene.dintero.go_on();
    assert_eq!(scene.restart(), 2);
}

#[test]
fn a_caller_who_hangs_up_drops_nothing() {
    let scene = Scene::new("hangs-up");
    // The job settles nothing that the call leaves open.
    let shop = Shop::start(&scene.dintero.base_url(), &scene.database, "3600");
    shop.ask("PUT", "/orders/1", "T12345678.1");
    scene.dintero.stop_at(Stop::Wait(Point::CancelArrived));
    let caller = shop.send("POST", "/orders/1/cancel", "");
    scene.dintero.wait_until_reached();
    drop(caller);
    // A second caller sends nothing.
    assert_eq!(shop.ask("POST", "/orders/1/cancel", ""), (202, "settling".to_owned()));
    scene.dintero.go_on();
    assert_eq!(shop.wait_for("found")["fields"]["state"], "cancelled");
    assert_eq!(scene.dintero.cancels(), (1, 1));
    shop.wait_for_state("cancelled");
}

#[test]
fn an_order_that_is_not_there_or_not_a_session_is_refused() {
    let scene = Scene::new("no-order");
    let shop = scene.shop();
    assert_eq!(shop.ask("POST", "/orders/2/cancel", "").0, 404);
    assert_eq!(shop.ask("PUT", "/orders/2", "not a session").0, 400);
    assert_eq!(scene.dintero.cancels(), (0, 0));
}

#[test]
fn the_guide_shows_this_code() {
    let guide = include_str!("../../../../docs/guide/settling.md");
    let code = concat!(include_str!("../../src/cancel.rs"), include_str!("../../src/settle.rs"));
    let excerpts: Vec<&str> = guide.split("```rust,ignore\n").skip(1).collect();
    assert_eq!(excerpts.len(), 2);
    for excerpt in excerpts {
        let (excerpt, _) = excerpt.split_once("```").unwrap();
        assert!(code.contains(excerpt), "{excerpt}");
    }
}
