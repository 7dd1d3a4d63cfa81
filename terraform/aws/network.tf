# Three zones, and in each a subnet for what the internet reaches, one for the services, and one for what is kept: that one
# has no way out.

variable "network" {
  description = "The addresses of the network, a block of /16 to /20."
  type        = string
  default     = "10.60.0.0/16"

  validation {
    condition     = can(cidrhost(var.network, 0)) && try(tonumber(split("/", var.network)[1]) >= 16 && tonumber(split("/", var.network)[1]) <= 20, false)
    error_message = "network is a block of addresses such as 10.60.0.0/16, from /16 to /20."
  }
}

data "aws_availability_zones" "all" {
  state = "available"

  # Local zones lack most of what is needed.
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

locals {
  zones = slice(data.aws_availability_zones.all.names, 0, 3)
  tiers = ["public", "services", "data"]

  subnets = merge([
    for tier_number, tier in local.tiers : {
      for zone_number, zone in local.zones : "${tier}-${zone_number}" => {
        tier = tier
        zone = zone
        cidr = cidrsubnet(var.network, 4, tier_number * 4 + zone_number)
      }
    }
  ]...)

  in_tier = { for tier in local.tiers : tier => [for number in range(3) : aws_subnet.part["${tier}-${number}"].id] }
}

resource "aws_vpc" "edm" {
  cidr_block           = var.network
  enable_dns_hostnames = true
  tags                 = { Name = var.project }
}

resource "aws_subnet" "part" {
  for_each          = local.subnets
  vpc_id            = aws_vpc.edm.id
  availability_zone = each.value.zone
  cidr_block        = each.value.cidr
  tags              = { Name = "${var.project}-${each.key}" }
}

resource "aws_internet_gateway" "edm" {
  vpc_id = aws_vpc.edm.id
  tags   = { Name = var.project }
}

resource "aws_eip" "nat" {
  count      = var.nat_gateways
  domain     = "vpc"
  depends_on = [aws_internet_gateway.edm]
}

resource "aws_nat_gateway" "edm" {
  count         = var.nat_gateways
  allocation_id = aws_eip.nat[count.index].id
  subnet_id     = aws_subnet.part["public-${count.index}"].id
  tags          = { Name = "${var.project}-${count.index}" }
}

resource "aws_route_table" "part" {
  for_each = local.subnets
  vpc_id   = aws_vpc.edm.id
  tags     = { Name = "${var.project}-${each.key}" }
}

resource "aws_route_table_association" "part" {
  for_each       = local.subnets
  subnet_id      = aws_subnet.part[each.key].id
  route_table_id = aws_route_table.part[each.key].id
}

resource "aws_route" "out" {
  for_each               = { for name, subnet in local.subnets : name => subnet if subnet.tier != "data" }
  route_table_id         = aws_route_table.part[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = each.value.tier == "public" ? aws_internet_gateway.edm.id : null
  nat_gateway_id         = each.value.tier == "public" ? null : aws_nat_gateway.edm[index(local.zones, each.value.zone) % var.nat_gateways].id
}

# The layers of images lie in S3: this way they cost nothing to fetch.
resource "aws_vpc_endpoint" "s3" {
  vpc_id          = aws_vpc.edm.id
  service_name    = "com.amazonaws.${var.region}.s3"
  route_table_ids = [for number in range(3) : aws_route_table.part["services-${number}"].id]
}
