"""Rates of learning of a network's parts."""

from __future__ import annotations

from typing import Any

from training.pointed_network import JointNetwork


def parameter_groups(network: JointNetwork, options) -> list[dict[str, Any]]:
    """Parameters with their rates: lower layers learn more slowly (Howard and Ruder, ACL 2018)."""
    layers = network.encoder.backbone.config.num_hidden_layers
    by_rate: dict[float, list] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith(("stance", "relation", "sentence")):
            rate = options.head_rate
        elif name.startswith(("cues", "roles")):
            rate = options.encoder_rate
        else:
            number = int(name.split(".layer.")[1].split(".")[0]) if ".layer." in name else -1
            rate = options.encoder_rate * options.layer_decay ** (layers - 1 - number)
        by_rate.setdefault(rate, []).append(parameter)
    return [{"params": p, "lr": rate, "top": rate} for rate, p in by_rate.items()]
