//! The cases of the demonstration, from the call to the outcome.

use chrono::{DateTime, TimeDelta, Utc};
use rand_chacha::ChaCha20Rng;

use super::book::Receipt;
use super::cast::{Caller, Cast, pick};
use super::client::Doors;
use super::network::{House, Network};
use super::stage::Stage;
use super::{casework, partner, scenes};
use crate::command::say::Progress;
use crate::doors as doorways;
use crate::foundation::{Refusal, jobs};
use crate::ledger;

/// Plays so many cases, spread over the time until `until`.
pub async fn play(
    doors: Doors<'_>,
    network: &Network,
    cases: u32,
    rng: ChaCha20Rng,
    until: DateTime<Utc>,
) -> Result<Vec<Receipt>, Refusal> {
    let cast = Cast::read()?;
    let mut stage = Stage {
        doors,
        network,
        rng,
    };
    let bar = Progress::new("Playing made-up cases", usize::try_from(cases).unwrap_or(0));
    let mut receipts = Vec::new();
    for left in (1..=cases).rev() {
        let house = takes_the_call(&mut stage)?;
        let caller = cast.draw(house.country, &mut stage.rng)?;
        one_case(&mut stage, house, &caller, &mut receipts).await?;
        if stage.chance(25) {
            scenes::another_contact(&mut stage, house).await?;
        }
        // Letters, deadlines and everything else that follows from an act.
        jobs::run_inside(doors.app, &doorways::runners())?;
        let spare = until - doors.app.clock.now().to_utc();
        if spare > TimeDelta::zero() {
            doors
                .app
                .clock
                .later(spare / i32::try_from(left).unwrap_or(1));
        }
        bar.step();
    }
    ledger::fold(doors.app)?;
    bar.done();
    Ok(receipts)
}

/// Two organisations of the network take calls.
fn takes_the_call<'a>(stage: &mut Stage<'a>) -> Result<&'a House, Refusal> {
    let number = usize::from(stage.chance(40));
    stage.network.houses.get(number).ok_or(Refusal::NotFound)
}

async fn one_case(
    stage: &mut Stage<'_>,
    house: &House,
    caller: &Caller,
    receipts: &mut Vec<Receipt>,
) -> Result<(), Refusal> {
    let volunteers = house.all("volunteer");
    let volunteer = *pick(&volunteers, &mut stage.rng).ok_or(Refusal::NotFound)?;
    let call = scenes::call(stage, caller, house.country);
    let written = volunteer
        .post(stage.doors, "/api/v1/intakes", &call.body)
        .await?;
    let receipt = written.text("/receipt").ok();
    if let Some(receipt) = &receipt {
        let (organisation, receipt) = (house.name.clone(), receipt.clone());
        receipts.push(Receipt {
            organisation,
            receipt,
        });
    }
    stage.pause();
    // Some still wait in the queue.
    if stage.chance(12) {
        return Ok(());
    }
    let workers = house.all("caseworker");
    let worker = *pick(&workers, &mut stage.rng).ok_or(Refusal::NotFound)?;
    let case = casework::open(stage, worker, &written.text("/id")?, &call).await?;
    stage.pause();
    casework::work(stage, worker, &case, caller, &call).await?;
    if let Some(receipt) = receipt.filter(|_| call.writes_back) {
        scenes::write_back(stage, &receipt).await?;
    }
    for need in casework::open_needs(stage, worker, &case)
        .await?
        .into_iter()
        .take(2)
    {
        partner::refer(stage, worker, &case, &need, &call).await?;
        stage.pause();
    }
    if stage.chance(10) {
        casework::close(stage, worker, &case).await?;
    }
    Ok(())
}
