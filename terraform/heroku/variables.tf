variable "project" {
  description = "What the apps' names begin with. They are one name space for all of Heroku: take one that nobody else has."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}$", var.project))
    error_message = "project is 2 to 23 of a-z, 0-9 and -, and begins with a letter: an app's name has at most 30."
  }
}

variable "region" {
  description = "Where the apps run."
  type        = string
  default     = "us"

  validation {
    condition     = contains(["us", "eu"], var.region)
    error_message = "region is us or eu."
  }
}

variable "kafka_plan" {
  description = "The plan of Apache Kafka on Heroku."
  type        = string
  default     = "basic-0"

  validation {
    condition     = can(regex("^(basic|standard|extended)-[0-9]$", var.kafka_plan))
    error_message = "kafka_plan is a plan of the Common Runtime, such as basic-0 or standard-0."
  }
}

variable "database_plan" {
  description = "The plan of Heroku Postgres."
  type        = string
  default     = "essential-0"

  validation {
    condition     = can(regex("^(essential|standard|premium)-[0-9]$", var.database_plan))
    error_message = "database_plan is a plan of the Common Runtime, such as essential-0 or standard-0."
  }
}

variable "dynos" {
  description = "How many dynos each service has, and of which size."
  type        = map(object({ quantity = optional(number, 1), size = optional(string, "basic") }))
  default     = {}

  validation {
    condition     = alltrue([for name in keys(var.dynos) : contains(["relay", "stream", "stats", "web"], name)])
    error_message = "dynos are given for relay, stream, stats and web."
  }

  # A basic dyno is one by itself; and history has one writer a partition, of which there are six.
  validation {
    condition     = alltrue([for dyno in values(var.dynos) : dyno.quantity == floor(dyno.quantity) && dyno.quantity >= 1 && (dyno.size != "basic" || dyno.quantity == 1)])
    error_message = "quantity is a whole number from 1, and 1 where size is basic."
  }

  validation {
    condition     = alltrue([for dyno in values(var.dynos) : can(regex("^(basic|standard-[12]x|performance-[a-z0-9-]+)$", dyno.size))])
    error_message = "size is basic, standard-1x, standard-2x or performance-…: an eco dyno sleeps, and a sleeping service reads nothing."
  }
}

variable "retention" {
  description = "How long the events stay in Kafka: what can still be counted anew."
  type        = string
  default     = "7d"

  validation {
    condition     = can(regex("^[1-9][0-9]*[hd]$", var.retention))
    error_message = "retention is a number of hours or days, such as 36h or 7d."
  }
}

variable "live_retention" {
  description = "How long the live numbers stay in Kafka. Four hours are enough; this is the least that every plan takes."
  type        = string
  default     = "24h"

  validation {
    condition     = can(regex("^([4-9]|[1-9][0-9]+)h$", var.live_retention))
    error_message = "live_retention is a number of hours from 4h."
  }
}

variable "time_zone" {
  description = "Where the shop's days begin and end, by its IANA name."
  type        = string
  default     = "UTC"

  validation {
    condition     = can(regex("^[A-Za-z]+(/[A-Za-z0-9_+-]+)*$", var.time_zone))
    error_message = "time_zone is an IANA name such as UTC or Europe/Berlin."
  }
}

variable "demo_shoppers" {
  description = "Whether POST /demo/shoppers lets ten shoppers in for two minutes."
  type        = bool
  default     = false
}
