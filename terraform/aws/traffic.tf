# Who may speak to whom, and on which port. Nobody else may to anybody.

locals {
  port = 8080

  talks = {
    balancer-web   = { from = "balancer", to = "web", port = local.port }
    balancer-relay = { from = "balancer", to = "relay", port = local.port }
    web-relay      = { from = "web", to = "relay", port = local.port }
    web-stream     = { from = "web", to = "stream", port = local.port }
    web-stats      = { from = "web", to = "stats", port = local.port }
    relay-kafka    = { from = "relay", to = "kafka", port = 9096 }
    stream-kafka   = { from = "stream", to = "kafka", port = 9096 }
    stats-kafka    = { from = "stats", to = "kafka", port = 9096 }
    stats-database = { from = "stats", to = "database", port = 5432 }
  }
}

resource "aws_security_group" "part" {
  for_each    = toset(["balancer", "relay", "stream", "stats", "web", "kafka", "database"])
  name        = "${var.project}-${each.key}"
  description = "What ${each.key} may hear and say"
  vpc_id      = aws_vpc.edm.id
  tags        = { Name = "${var.project}-${each.key}" }
}

resource "aws_vpc_security_group_ingress_rule" "talk" {
  for_each                     = local.talks
  description                  = "from ${each.value.from}"
  security_group_id            = aws_security_group.part[each.value.to].id
  referenced_security_group_id = aws_security_group.part[each.value.from].id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
}

resource "aws_vpc_security_group_egress_rule" "talk" {
  for_each                     = local.talks
  description                  = "to ${each.value.to}"
  security_group_id            = aws_security_group.part[each.value.from].id
  referenced_security_group_id = aws_security_group.part[each.value.to].id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
}

resource "aws_vpc_security_group_ingress_rule" "internet" {
  for_each          = toset(["80", "443"])
  description       = "from everywhere"
  security_group_id = aws_security_group.part["balancer"].id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = tonumber(each.key)
  to_port           = tonumber(each.key)
}

# To what AWS has outside of the network: images, secrets, logs.
resource "aws_vpc_security_group_egress_rule" "aws" {
  for_each          = local.services
  description       = "to AWS"
  security_group_id = aws_security_group.part[each.key].id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

# Whatever is made in this network without saying a word may neither hear nor speak.
resource "aws_default_security_group" "none" {
  vpc_id = aws_vpc.edm.id
}
