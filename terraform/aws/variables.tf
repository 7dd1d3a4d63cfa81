variable "project" {
  description = "The name of the stack: all of its parts begin with it. Another name is another stack."
  type        = string
  default     = "edm"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.project))
    error_message = "project is 3 to 20 of a-z, 0-9 and -, begins with a letter and does not end with -."
  }
}

variable "region" {
  description = "Where it is. The region has three zones or more."
  type        = string
  default     = "us-east-1"
}

variable "domain" {
  description = "The name that browsers find the shop by, such as shop.example.com."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", var.domain))
    error_message = "domain is a name such as shop.example.com, in small letters, without https:// and without a path."
  }
}

variable "certificate_arn" {
  description = "The certificate of that name in ACM, in the same region."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:acm:[a-z0-9-]+:[0-9]{12}:certificate/", var.certificate_arn))
    error_message = "certificate_arn is the ARN of a certificate in ACM: arn:aws:acm:…:certificate/…"
  }
}

variable "zone_id" {
  description = "The hosted zone of Route 53 that the name is made in. Without one, point the name to the output balancer yourself."
  type        = string
  default     = null
}

variable "viewer_key" {
  description = "What viewers of the dashboard sign in with. Without one, one is drawn: the output viewer_key says where it is kept."
  type        = string
  default     = null
  sensitive   = true
  ephemeral   = true

  validation {
    condition     = var.viewer_key == null ? true : length(trimspace(var.viewer_key)) >= 16
    error_message = "viewer_key has at least 16 characters, so that nobody guesses it."
  }
}

variable "secrets_version" {
  description = "Another number, and all passwords are drawn anew."
  type        = number
  default     = 1

  validation {
    condition     = var.secrets_version == floor(var.secrets_version) && var.secrets_version >= 1
    error_message = "secrets_version is a whole number: the one before plus one."
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

variable "image_tag" {
  description = "Which images run, by the tag that they were pushed with: a commit, never latest."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$", var.image_tag)) && var.image_tag != "latest"
    error_message = "image_tag is a tag such as a commit's hash, and not latest, which says nothing."
  }
}

variable "kafka_prefix" {
  description = "Stands before every topic's and group's name."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^[A-Za-z0-9._-]{0,100}$", var.kafka_prefix))
    error_message = "kafka_prefix is at most 100 letters, digits, dots, dashes and underscores."
  }
}

variable "alarm_topics" {
  description = "The topics of SNS, by ARN, that are told of every alarm, and of its end."
  type        = list(string)
  default     = []
}
