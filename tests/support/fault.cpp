// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault.h"

#include <QRandomGenerator>

#include <array>

namespace argosy::test {

namespace {

using Kind = Fault::Kind;

constexpr std::array kMix{Kind::Delay, Kind::Answer, Kind::CutHead, Kind::CutChunk, Kind::CutObject, Kind::End,
    Kind::Fail, Kind::Garble, Kind::Bloat, Kind::Repeat, Kind::Swap, Kind::Close, Kind::Refuse, Kind::Silence};
constexpr std::array kCodes{410, 429, 500, 503, 504};
constexpr int kMaxAfter = 8;
constexpr int kMaxLasts = 400;
constexpr int kLength = 2 * kMaxAfter;

template <class Array> auto anyOf(const Array& values, QRandomGenerator& random)
{
    return values.at(random.bounded(static_cast<quint32>(values.size())));
}

Fault randomFault(QRandomGenerator& random)
{
    if (random.bounded(2) == 0)
        return {.length = kLength};
    return {.kind = anyOf(kMix, random),
        .after = random.bounded(kMaxAfter),
        .code = anyOf(kCodes, random),
        .retryAfter = random.bounded(2),
        .lasts = std::chrono::milliseconds(random.bounded(kMaxLasts)),
        .length = kLength};
}

} // namespace

QByteArray toWord(Fault::Kind kind)
{
    switch (kind) {
    case Kind::None: return "none";
    case Kind::Delay: return "delay";
    case Kind::Answer: return "answer";
    case Kind::CutHead: return "cut-head";
    case Kind::CutChunk: return "cut-chunk";
    case Kind::CutObject: return "cut-object";
    case Kind::Stall: return "stall";
    case Kind::End: return "end";
    case Kind::Fail: return "fail";
    case Kind::Garble: return "garble";
    case Kind::Bloat: return "bloat";
    case Kind::Repeat: return "repeat";
    case Kind::Swap: return "swap";
    case Kind::Close: return "close";
    case Kind::Refuse: return "refuse";
    case Kind::Silence: return "silence";
    }
    return {};
}

QByteArray failureStatus(int code)
{
    return R"({"kind":"Status","apiVersion":"v1","status":"Failure","message":"a fault for a test","code":)"
        + QByteArray::number(code) + '}';
}

QList<Fault> randomFaults(quint32 seed, int count)
{
    QRandomGenerator random(seed);
    QList<Fault> plan;
    while (plan.size() < count)
        plan.append(randomFault(random));
    return plan;
}

} // namespace argosy::test
