"""The small sound collection that the examples of docs/diagnostics.md change one thing of."""

from __future__ import annotations

SCENARIO_ID = "lost-ring"
HOUSE_ID = "larkmoor"

PROTOCOL = """\
format: 1
id: larkmoor
name: Larkmoor Pools
sector: {nl: Zwembaden, en: Swimming pools}
about:
  nl: |
    Larkmoor beheert vier zwembaden aan de kust.
  en: |
    Larkmoor runs four pools on the coast.
country: UK
language: en
address_form: {default: you}
signature: {style: first_name, example: "- Priya"}
response_minutes: {default: "90"}
private_channel: {default: DM}
never_in_public: [membership number]
not_to_promise: [a refund]
standard_replies:
  - id: pool-closed
    title: Pool closed
    text: |
      Sorry, the pool is closed today. We will post here as soon as it opens again.
    when: Only on a day when a pool stays closed.
own_contacts: [larkmoor.example]
pass_mark: 65
"""

ARTICLE = """\
# Lost property

The filters are emptied every Tuesday. What was found lies at the desk for a month.
"""

SCENARIO = """\
format: 1
id: lost-ring
version: 1
status: draft
language: en
title: {nl: Ring in het bad, en: Ring in the pool}
briefing:
  nl: |
    Een zwemster is haar ring kwijt in het grote bad.
  en: |
    A swimmer lost her ring in the main pool.
kind: simple_question
difficulty: 2
principles: [T1, P1]
channel: {name: x, public: true, max_chars: 280}
customer:
  name: "{name}"
  handle: "@asha_swims"
  card:
    - {label: Member since, value: "2021"}
clock: {target: 120, budget: 300}
variants:
  - {name: Asha Penrose}
start: {mood: 40, trust: 50, visibility: 10}
facts:
  - The filters are emptied every Tuesday. What was found lies at the desk for a month.
people: [Keith Barlow]
knowledge: [lost-property]
standard_replies: [pool-closed]
turns:
  - id: opening
    post: |
      @larkmoor I lost my mum's ring in the main pool this morning. Is there any hope at all? 😢
    emotion: strong
    complaint: false
    actions:
      best: [reply_public]
      allowed: [reply_private]
      reason: No details are needed to say where lost things go.
    expect: [tone.acknowledges_emotion, protocol.next_step]
    points:
      - id: filters-on-tuesday
        say: Say that the filters are emptied on Tuesday.
        phrasings:
          - we empty the filters on Tuesday
          - on Tuesday the filters are cleaned out
          - rings often turn up when the filters are emptied on Tuesday
        not_enough:
          - we will keep an eye out for it
        weight: essential
      - id: own-risk
        avoid: Do not tell her that it is her own fault.
        phrasings:
          - you should not wear jewellery in the water
          - you swim with a ring at your own risk
    reactions:
      - when: {met: [filters-on-tuesday]}
        post: Oh that's something. Will you let me know?
        effects: {mood: 15, trust: 10}
        next: tuesday
      - otherwise: true
        post: So nobody is going to look for it?
        effects: {mood: -15, trust: -10}
        next: tuesday
  - id: tuesday
    emotion: mild
    complaint: false
    actions: {best: [reply_public], reason: She asked it here.}
    expect: [protocol.time_indication]
    reactions:
      - otherwise: true
        post: Thank you so much.
        effects: {mood: 10}
golden:
  - turn: opening
    label: good
    action: reply_public
    band: ["65", "100"]
    text: |
      Oh no Asha, your mum's ring, how awful! There is hope: rings often turn up when the filters are emptied on Tuesday. I will ask the team to look out for it and tell you here. - Priya
  - turn: opening
    label: poor
    action: reply_public
    band: ["0", "60"]
    text: |
      You swim with a ring at your own risk.
  - turn: tuesday
    label: good
    action: reply_public
    band: ["65", "100"]
    text: |
      Of course, Asha! I will let you know here on Tuesday before 5 pm, when they have emptied the filters. - Priya
  - turn: tuesday
    label: poor
    action: reply_public
    band: ["0", "60"]
    text: |
      No idea and not our problem. Nobody told you to swim with it on.
debrief:
  model:
    opening: |
      Oh Asha, your mum's ring! I'm so sorry. Don't give up: on Tuesday the filters are cleaned out, and that is where rings end up. I will ask the team to watch for it and let you know. - Dev
    tuesday: |
      I will, Asha: you will hear from me here on Tuesday before 5 pm. Fingers crossed for your mum's ring! - Dev
  lessons: [Hope is an answer too, if it is true.]
"""
